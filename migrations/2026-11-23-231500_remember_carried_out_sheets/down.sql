ALTER TABLE people_sheet
    DROP CONSTRAINT carried_out_sheet_has_its_time,
    DROP COLUMN carried_out_at,
    DROP COLUMN carried_out;
