CREATE TABLE gate (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL REFERENCES conference,
    code text NOT NULL CHECK (code ~ '^[a-z][a-z0-9-]{0,39}$'),
    name jsonb NOT NULL,
    -- Null: the street.
    from_area_id uuid,
    into_area_id uuid NOT NULL,
    exit_before_reentry boolean NOT NULL DEFAULT false,
    once_per_day boolean NOT NULL DEFAULT false,
    unlisted text NOT NULL DEFAULT 'refuse' CHECK (unlisted IN ('admit', 'refuse')),
    ordinal integer NOT NULL DEFAULT 0,
    version integer NOT NULL DEFAULT 1,
    closed_at timestamptz,
    FOREIGN KEY (conference_id, from_area_id) REFERENCES area (conference_id, id),
    FOREIGN KEY (conference_id, into_area_id) REFERENCES area (conference_id, id),
    CONSTRAINT gate_of_conference UNIQUE (conference_id, id),
    CONSTRAINT one_gate_per_code UNIQUE (conference_id, code),
    CONSTRAINT gate_leads_somewhere CHECK (from_area_id IS DISTINCT FROM into_area_id)
);

CREATE TABLE device (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL REFERENCES conference,
    name text NOT NULL,
    token_hash bytea CONSTRAINT one_device_per_token UNIQUE,
    enrolment_hash bytea CONSTRAINT one_device_per_enrolment UNIQUE,
    enrolment_expires_at timestamptz,
    -- A browser of a member of staff: lives and dies with the session.
    session_id uuid REFERENCES browser_session,
    account_id uuid REFERENCES account,
    supervisor boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL,
    last_seen_at timestamptz,
    skew_milliseconds bigint,
    revoked_at timestamptz,
    CONSTRAINT device_of_conference UNIQUE (conference_id, id),
    CONSTRAINT one_device_per_session UNIQUE (session_id, conference_id)
);

CREATE TABLE device_gate (
    conference_id uuid NOT NULL,
    device_id uuid NOT NULL,
    gate_id uuid NOT NULL,
    PRIMARY KEY (device_id, gate_id),
    FOREIGN KEY (conference_id, device_id) REFERENCES device (conference_id, id) ON DELETE CASCADE,
    FOREIGN KEY (conference_id, gate_id) REFERENCES gate (conference_id, id) ON DELETE CASCADE
);

-- Personal exceptions: an area opened or closed to one person.
CREATE TABLE personal_exception (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    area_id uuid NOT NULL,
    allowed boolean NOT NULL,
    opens_at timestamptz NOT NULL,
    closes_at timestamptz NOT NULL,
    note text NOT NULL DEFAULT '',
    FOREIGN KEY (conference_id, participant_id) REFERENCES participant (conference_id, id) ON DELETE CASCADE,
    FOREIGN KEY (conference_id, area_id) REFERENCES area (conference_id, id) ON DELETE CASCADE,
    CONSTRAINT exception_lasts CHECK (opens_at < closes_at)
);
CREATE INDEX personal_exception_by_participant ON personal_exception (participant_id, area_id);

-- Where a person is: the innermost area of the last movement in logical time. The version is what one scan takes from another.
CREATE TABLE presence (
    participant_id uuid PRIMARY KEY,
    conference_id uuid NOT NULL,
    area_id uuid,
    moved_at timestamptz,
    last_entry_at timestamptz,
    version integer NOT NULL DEFAULT 0,
    FOREIGN KEY (conference_id, participant_id) REFERENCES participant (conference_id, id) ON DELETE CASCADE,
    FOREIGN KEY (conference_id, area_id) REFERENCES area (conference_id, id)
);
CREATE INDEX presence_by_area ON presence (area_id) WHERE area_id IS NOT NULL;

CREATE TABLE scan (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    conference_id uuid NOT NULL,
    device_id uuid NOT NULL,
    scan_id uuid NOT NULL,
    content_digest bytea NOT NULL,
    gate_id uuid NOT NULL,
    direction text NOT NULL CHECK (direction IN ('entry', 'exit')),
    badge_id uuid REFERENCES badge,
    participant_id uuid REFERENCES participant,
    scanned_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    verdict text NOT NULL CHECK (verdict IN ('admit', 'refuse')),
    reason text NOT NULL,
    flags text[] NOT NULL DEFAULT '{}',
    moved boolean NOT NULL,
    -- The server's own opinion, where the device had already decided.
    opinion text,
    list_version bigint NOT NULL DEFAULT 0,
    override_reason text,
    by_account uuid REFERENCES account,
    FOREIGN KEY (conference_id, device_id) REFERENCES device (conference_id, id),
    FOREIGN KEY (conference_id, gate_id) REFERENCES gate (conference_id, id),
    CONSTRAINT one_answer_per_scan UNIQUE (device_id, scan_id)
);
CREATE INDEX scan_by_time ON scan (conference_id, scanned_at);
CREATE INDEX scan_by_participant ON scan (participant_id, scanned_at) WHERE participant_id IS NOT NULL;
