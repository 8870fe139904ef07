ALTER TABLE released_session DROP COLUMN co_organiser_ids;
DROP TABLE session_audience;
DROP TABLE session_organiser;
ALTER TABLE session_person DROP COLUMN email, DROP COLUMN language;
ALTER TABLE session DROP COLUMN agenda_item, DROP COLUMN duration_minutes;
