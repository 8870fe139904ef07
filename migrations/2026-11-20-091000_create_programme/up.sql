CREATE TABLE meeting_room (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL REFERENCES conference,
    code text NOT NULL CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    name jsonb NOT NULL,
    area_id uuid,
    capacity integer CHECK (capacity > 0),
    ordinal integer NOT NULL DEFAULT 0,
    version integer NOT NULL DEFAULT 1,
    FOREIGN KEY (conference_id, area_id) REFERENCES area (conference_id, id),
    CONSTRAINT meeting_room_of_conference UNIQUE (conference_id, id),
    CONSTRAINT one_meeting_room_per_code UNIQUE (conference_id, code)
);

CREATE TABLE session (
    id uuid PRIMARY KEY,
    -- The integer that schedule files need beside the UUID.
    number bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT one_session_per_number UNIQUE,
    conference_id uuid NOT NULL REFERENCES conference,
    key text NOT NULL CHECK (key <> ''),
    kind text NOT NULL CHECK (kind IN ('opening', 'plenary', 'high_level_debate', 'discussion', 'workshop', 'side_event', 'signing',
        'press_conference', 'ceremony', 'reception', 'break')),
    official_number text,
    title jsonb NOT NULL,
    description jsonb NOT NULL DEFAULT '{}',
    room_id uuid,
    starts_at timestamptz,
    ends_at timestamptz,
    is_open boolean NOT NULL DEFAULT true,
    interpretation text[] NOT NULL DEFAULT '{}',
    webcast boolean NOT NULL DEFAULT false,
    recorded boolean NOT NULL DEFAULT false,
    status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'confirmed', 'cancelled')),
    organiser_id uuid,
    capacity integer CHECK (capacity > 0),
    sequence integer NOT NULL DEFAULT 0,
    version integer NOT NULL DEFAULT 1,
    changed_at timestamptz NOT NULL,
    FOREIGN KEY (conference_id, room_id) REFERENCES meeting_room (conference_id, id),
    FOREIGN KEY (conference_id, organiser_id) REFERENCES delegation (conference_id, id),
    CONSTRAINT session_of_conference UNIQUE (conference_id, id),
    CONSTRAINT one_session_per_key UNIQUE (conference_id, key),
    CONSTRAINT session_has_both_times CHECK ((starts_at IS NULL) = (ends_at IS NULL)),
    CONSTRAINT session_ends_after_it_starts CHECK (starts_at < ends_at)
);
CREATE INDEX session_by_time ON session (conference_id, starts_at);

CREATE TABLE session_person (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL,
    session_id uuid NOT NULL,
    role text NOT NULL CHECK (role IN ('chair', 'co_chair', 'moderator', 'speaker', 'panelist', 'rapporteur')),
    participant_id uuid,
    name text NOT NULL,
    title text NOT NULL DEFAULT '',
    affiliation text NOT NULL DEFAULT '',
    ordinal integer NOT NULL DEFAULT 0,
    FOREIGN KEY (conference_id, session_id) REFERENCES session (conference_id, id) ON DELETE CASCADE,
    FOREIGN KEY (conference_id, participant_id) REFERENCES participant (conference_id, id)
);
CREATE INDEX session_person_by_session ON session_person (session_id, ordinal);
CREATE INDEX session_person_by_participant ON session_person (participant_id) WHERE participant_id IS NOT NULL;

-- A named, numbered, frozen publication. Its sessions are copies: what the public saw does not change later.
CREATE TABLE release (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL REFERENCES conference,
    number integer NOT NULL,
    name text NOT NULL,
    released_at timestamptz NOT NULL,
    released_by uuid REFERENCES account,
    CONSTRAINT release_of_conference UNIQUE (conference_id, id),
    CONSTRAINT one_release_per_number UNIQUE (conference_id, number)
);
CREATE UNIQUE INDEX one_release_per_name ON release (conference_id, lower(name));

CREATE TABLE released_session (
    conference_id uuid NOT NULL,
    release_id uuid NOT NULL,
    session_id uuid NOT NULL,
    room_id uuid NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    cancelled boolean NOT NULL DEFAULT false,
    sequence integer NOT NULL,
    facts jsonb NOT NULL,
    PRIMARY KEY (release_id, session_id),
    FOREIGN KEY (conference_id, release_id) REFERENCES release (conference_id, id) ON DELETE CASCADE,
    FOREIGN KEY (conference_id, session_id) REFERENCES session (conference_id, id),
    FOREIGN KEY (conference_id, room_id) REFERENCES meeting_room (conference_id, id),
    CONSTRAINT released_session_ends_after_it_starts CHECK (starts_at < ends_at)
);

-- Rooms are never held twice at once in a release; half-open, so ending at 10:00 and starting at 10:00 is no clash.
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE released_session ADD CONSTRAINT one_session_per_room_at_a_time
    EXCLUDE USING gist (release_id WITH =, room_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (NOT cancelled);
