DROP TABLE duty;
DROP TABLE opening;
DROP TABLE category_clearance;
DROP TABLE category;
DROP TABLE area;
DROP TABLE conference;
