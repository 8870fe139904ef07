ALTER TABLE conference DROP COLUMN information;
