-- Signing up for a session: how it goes, until when, and how many places there are.
ALTER TABLE session
    ADD COLUMN sign_up text NOT NULL DEFAULT 'none' CHECK (sign_up IN ('none', 'open', 'approval', 'invitation')),
    ADD COLUMN sign_up_closes_at timestamptz,
    ADD COLUMN sign_up_places integer CHECK (sign_up_places > 0),
    -- Kept by a trigger on those signed up, so that no two requests can both take the last place.
    ADD COLUMN sign_up_taken integer NOT NULL DEFAULT 0 CHECK (sign_up_taken >= 0),
    ADD CONSTRAINT session_is_not_overfull CHECK (sign_up_taken <= sign_up_places);

-- Somebody who signed up, or was invited to.
CREATE TABLE sign_up (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL,
    session_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    status text NOT NULL CHECK (status IN ('invited', 'asked', 'waiting', 'placed', 'declined', 'withdrawn', 'refused')),
    -- Who came first is served first: the place in the queue, given anew whenever somebody joins it.
    ticket bigint GENERATED ALWAYS AS IDENTITY,
    queued_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by uuid REFERENCES account,
    -- Why an organiser put somebody first, refused them or took a place back.
    reason text NOT NULL DEFAULT '',
    FOREIGN KEY (conference_id, session_id) REFERENCES session (conference_id, id) ON DELETE CASCADE,
    FOREIGN KEY (conference_id, participant_id) REFERENCES participant (conference_id, id) ON DELETE CASCADE,
    CONSTRAINT one_sign_up_per_participant UNIQUE (session_id, participant_id)
);
CREATE INDEX sign_up_by_queue ON sign_up (session_id, queued_at, ticket) WHERE status = 'waiting';
CREATE INDEX sign_up_by_participant ON sign_up (participant_id);

CREATE FUNCTION take_and_free_session_places() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    had boolean := TG_OP <> 'INSERT' AND OLD.status = 'placed';
    has boolean := TG_OP <> 'DELETE' AND NEW.status = 'placed';
BEGIN
    IF had AND NOT has THEN
        UPDATE session SET sign_up_taken = sign_up_taken - 1 WHERE id = OLD.session_id;
    ELSIF has AND NOT had THEN
        UPDATE session SET sign_up_taken = sign_up_taken + 1 WHERE id = NEW.session_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER take_and_free_session_places AFTER INSERT OR DELETE OR UPDATE OF status ON sign_up
    FOR EACH ROW EXECUTE FUNCTION take_and_free_session_places();

-- Whoever is no longer coming to the conference holds no place in a session.
CREATE FUNCTION leave_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE sign_up SET status = 'withdrawn', changed_at = NEW.changed_at
     WHERE participant_id = NEW.id AND status IN ('invited', 'asked', 'waiting', 'placed');
    RETURN NULL;
END $$;
CREATE TRIGGER leave_sessions AFTER UPDATE OF status ON participant
    FOR EACH ROW WHEN (holds_a_place(OLD.status) AND NOT holds_a_place(NEW.status)) EXECUTE FUNCTION leave_sessions();
