DROP TRIGGER leave_sessions ON participant;
DROP FUNCTION leave_sessions;
DROP TABLE sign_up;
DROP FUNCTION take_and_free_session_places;
ALTER TABLE session DROP CONSTRAINT session_is_not_overfull, DROP COLUMN sign_up, DROP COLUMN sign_up_closes_at, DROP COLUMN sign_up_places,
    DROP COLUMN sign_up_taken;
