-- Which waiting sheet was carried out last and when, so that going back to its look says what became of it.
ALTER TABLE people_sheet
    ADD COLUMN carried_out uuid,
    ADD COLUMN carried_out_at timestamptz,
    ADD CONSTRAINT carried_out_sheet_has_its_time CHECK ((carried_out IS NULL) = (carried_out_at IS NULL));
