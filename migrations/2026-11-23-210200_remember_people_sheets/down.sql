DROP TABLE people_sheet;
