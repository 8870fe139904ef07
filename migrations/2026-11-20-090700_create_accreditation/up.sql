CREATE TABLE identity_version (
    conference_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    number integer NOT NULL,
    digest bytea NOT NULL,
    facts jsonb NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (participant_id, number),
    FOREIGN KEY (conference_id, participant_id) REFERENCES participant (conference_id, id) ON DELETE CASCADE
);

-- One authority's answer for one application, bound to the identity data it looked at.
CREATE TABLE clearance (
    conference_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('documents', 'security', 'protocol')),
    step smallint NOT NULL DEFAULT 1,
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'given', 'refused')),
    identity_version integer NOT NULL,
    answered_at timestamptz,
    answered_by uuid REFERENCES account,
    PRIMARY KEY (participant_id, kind),
    FOREIGN KEY (conference_id, participant_id) REFERENCES participant (conference_id, id) ON DELETE CASCADE,
    CONSTRAINT answered_clearance_has_an_author CHECK ((state = 'open') = (answered_at IS NULL))
);
CREATE INDEX clearance_open ON clearance (conference_id, kind) WHERE state = 'open';

CREATE TABLE decision (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    step text NOT NULL CHECK (step IN ('submit', 'clear', 'approve', 'return', 'refuse', 'hold', 'resume', 'withdraw', 'undo', 'reopen')),
    from_status text NOT NULL,
    to_status text NOT NULL,
    reasons text[] NOT NULL DEFAULT '{}',
    note text NOT NULL DEFAULT '',
    clearance text,
    identity_version integer NOT NULL,
    by_account uuid REFERENCES account,
    at timestamptz NOT NULL,
    undoes uuid REFERENCES decision CONSTRAINT one_undo_per_decision UNIQUE,
    mail_id uuid,
    FOREIGN KEY (conference_id, participant_id) REFERENCES participant (conference_id, id) ON DELETE CASCADE
);
CREATE INDEX decision_by_participant ON decision (participant_id, at);
CREATE INDEX decision_by_author ON decision (conference_id, by_account, at);

-- A file lies on one officer's desk at a time.
CREATE TABLE lease (
    participant_id uuid PRIMARY KEY REFERENCES participant ON DELETE CASCADE,
    account_id uuid NOT NULL REFERENCES account,
    until timestamptz NOT NULL
);
