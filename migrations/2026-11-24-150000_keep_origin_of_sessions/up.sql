-- Where a session came from that a schedule file brought, so that the file of tomorrow finds it again; and the event as it came, so
-- that what others know of it is given back, and what was changed here is not undone by a file that did not change.
CREATE TABLE session_origin (
    session_id uuid PRIMARY KEY,
    conference_id uuid NOT NULL,
    source text NOT NULL,
    guid uuid,
    event_id bigint CHECK (event_id > 0),
    origin jsonb NOT NULL,
    FOREIGN KEY (conference_id, session_id) REFERENCES session (conference_id, id) ON DELETE CASCADE,
    CONSTRAINT origin_has_an_identity CHECK (num_nonnulls(guid, event_id) > 0),
    CONSTRAINT one_session_per_guid UNIQUE (conference_id, guid),
    CONSTRAINT one_session_per_event UNIQUE (conference_id, source, event_id)
);
