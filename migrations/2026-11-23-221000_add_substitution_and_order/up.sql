-- Whose place somebody takes: the one who is replaced keeps it until the other is handed in, and is withdrawn in the same transaction.
ALTER TABLE participant
    ADD COLUMN replaces_id uuid,
    ADD CONSTRAINT participant_replaces FOREIGN KEY (conference_id, replaces_id) REFERENCES participant (conference_id, id),
    ADD CONSTRAINT nobody_replaces_themselves CHECK (replaces_id <> id);
CREATE UNIQUE INDEX one_substitute_at_a_time ON participant (replaces_id)
    WHERE replaces_id IS NOT NULL AND status IN ('draft', 'submitted', 'returned', 'on_hold', 'approved');

-- A focal point asks for another one; the secretariat appoints or declines.
CREATE TABLE focal_point_request (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL,
    delegation_id uuid NOT NULL,
    name text NOT NULL CHECK (name <> ''),
    email text NOT NULL CHECK (email <> ''),
    language text NOT NULL,
    requested_by uuid NOT NULL REFERENCES account,
    requested_at timestamptz NOT NULL,
    -- Absent while it waits.
    outcome text CHECK (outcome IN ('appointed', 'declined', 'taken_back')),
    decided_by uuid REFERENCES account,
    decided_at timestamptz,
    FOREIGN KEY (conference_id, delegation_id) REFERENCES delegation (conference_id, id) ON DELETE CASCADE,
    CONSTRAINT decision_on_request_is_whole CHECK ((outcome IS NULL) = (decided_at IS NULL))
);
CREATE UNIQUE INDEX one_request_per_address ON focal_point_request (delegation_id, email) WHERE outcome IS NULL;
CREATE INDEX focal_point_request_waiting ON focal_point_request (conference_id) WHERE outcome IS NULL;
