ALTER TABLE session DROP COLUMN series_id;
DROP TABLE session_document;
