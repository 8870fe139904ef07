CREATE SEQUENCE badge_serial AS bigint MINVALUE 1 MAXVALUE 1099511627775;

CREATE TABLE badge (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('badge', 'collection_code')),
    -- Stands in the code (40 bits); never used twice.
    serial bigint NOT NULL DEFAULT nextval('badge_serial') CONSTRAINT one_badge_per_serial UNIQUE CHECK (serial BETWEEN 1 AND 1099511627775),
    -- What is printed: counted per conference.
    number integer NOT NULL,
    state text NOT NULL CHECK (state IN ('prepared', 'live', 'superseded', 'lost', 'revoked', 'used')),
    key_id smallint NOT NULL,
    valid_from date NOT NULL,
    valid_until date NOT NULL,
    zones integer NOT NULL DEFAULT 0 CHECK (zones BETWEEN 0 AND 65535),
    issued_at timestamptz NOT NULL,
    issued_by uuid REFERENCES account,
    printed_at timestamptz,
    prints integer NOT NULL DEFAULT 0,
    handed_at timestamptz,
    handed_by uuid REFERENCES account,
    handed_to text,
    ended_at timestamptz,
    ended_by uuid REFERENCES account,
    ended_reason text,
    FOREIGN KEY (conference_id, participant_id) REFERENCES participant (conference_id, id),
    CONSTRAINT one_badge_per_number UNIQUE (conference_id, number),
    CONSTRAINT ended_badge_has_a_time CHECK ((state IN ('prepared', 'live')) = (ended_at IS NULL)),
    CONSTRAINT badge_is_valid_for_a_time CHECK (valid_from <= valid_until)
);
CREATE UNIQUE INDEX one_live_badge_per_participant ON badge (participant_id) WHERE kind = 'badge' AND state IN ('prepared', 'live');
CREATE UNIQUE INDEX one_live_collection_code_per_participant ON badge (participant_id) WHERE kind = 'collection_code' AND state IN ('prepared', 'live');
CREATE INDEX badge_by_participant ON badge (participant_id, issued_at);
