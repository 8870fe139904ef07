ALTER TABLE session ADD COLUMN sequence integer NOT NULL DEFAULT 0;
UPDATE session s SET sequence = r.sequence FROM (SELECT session_id, max(sequence) AS sequence FROM released_session GROUP BY session_id) r
    WHERE r.session_id = s.id;
ALTER TABLE release DROP COLUMN counts;
DELETE FROM released_session WHERE gone;
ALTER TABLE released_session DROP COLUMN urgent, DROP COLUMN off_since, DROP COLUMN gone, DROP COLUMN organiser_id;
DROP TABLE released_person;
