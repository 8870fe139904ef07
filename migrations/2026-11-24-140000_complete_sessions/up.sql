-- What a session lacked: its item of the agenda, how long it is to be while it has no time, who else organises it, whom it is for.
ALTER TABLE session
    ADD COLUMN agenda_item jsonb NOT NULL DEFAULT '{}',
    -- How long a session without a time is meant to last.
    ADD COLUMN duration_minutes integer CONSTRAINT session_lasts_a_while CHECK (duration_minutes BETWEEN 5 AND 1440);

-- A named guest has an address to be invited at, and a language.
ALTER TABLE session_person
    ADD COLUMN email text,
    ADD COLUMN language text;

-- Delegations that organise a session together with the first.
CREATE TABLE session_organiser (
    conference_id uuid NOT NULL,
    session_id uuid NOT NULL,
    delegation_id uuid NOT NULL,
    ordinal integer NOT NULL DEFAULT 0,
    PRIMARY KEY (session_id, delegation_id),
    FOREIGN KEY (conference_id, session_id) REFERENCES session (conference_id, id) ON DELETE CASCADE,
    FOREIGN KEY (conference_id, delegation_id) REFERENCES delegation (conference_id, id) ON DELETE CASCADE
);
CREATE INDEX session_organiser_by_delegation ON session_organiser (delegation_id);

-- The categories that may attend; a session without any is for everybody whom its room admits.
CREATE TABLE session_audience (
    conference_id uuid NOT NULL,
    session_id uuid NOT NULL,
    category_id uuid NOT NULL,
    PRIMARY KEY (session_id, category_id),
    FOREIGN KEY (conference_id, session_id) REFERENCES session (conference_id, id) ON DELETE CASCADE,
    FOREIGN KEY (conference_id, category_id) REFERENCES category (conference_id, id) ON DELETE CASCADE
);

-- Whoever organises together is told of changes together.
ALTER TABLE released_session ADD COLUMN co_organiser_ids uuid[] NOT NULL DEFAULT '{}';
