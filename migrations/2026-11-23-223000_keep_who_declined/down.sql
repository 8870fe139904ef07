ALTER TABLE participant DROP COLUMN declined_at;
