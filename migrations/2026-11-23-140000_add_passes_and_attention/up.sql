ALTER TABLE area
    -- Open only to people who hold a pass for it, whatever their category opens.
    ADD COLUMN by_pass boolean NOT NULL DEFAULT false,
    -- So many people of one delegation at a time; null: nobody counts.
    ADD COLUMN delegation_capacity integer CONSTRAINT delegation_capacity_is_positive CHECK (delegation_capacity > 0);

-- Who may enter an area that is open by pass. A revoked pass stays for the record.
CREATE TABLE area_pass (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL,
    area_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    -- Null: from the beginning, until the end.
    opens_at timestamptz,
    closes_at timestamptz,
    granted_at timestamptz NOT NULL,
    granted_by uuid NOT NULL REFERENCES account,
    revoked_at timestamptz,
    revoked_by uuid REFERENCES account,
    FOREIGN KEY (conference_id, area_id) REFERENCES area (conference_id, id) ON DELETE CASCADE,
    FOREIGN KEY (conference_id, participant_id) REFERENCES participant (conference_id, id) ON DELETE CASCADE,
    CONSTRAINT pass_lasts CHECK (opens_at < closes_at)
);
CREATE UNIQUE INDEX one_pass_per_person_and_area ON area_pass (participant_id, area_id) WHERE revoked_at IS NULL;
CREATE INDEX area_pass_by_area ON area_pass (area_id) WHERE revoked_at IS NULL;

-- Asks gates to look twice at somebody. A note that was taken off stays for the record.
CREATE TABLE attention_note (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    note text NOT NULL CHECK (note <> '' AND char_length(note) <= 120),
    version integer NOT NULL DEFAULT 1,
    set_at timestamptz NOT NULL,
    set_by uuid NOT NULL REFERENCES account,
    ended_at timestamptz,
    ended_by uuid REFERENCES account,
    FOREIGN KEY (conference_id, participant_id) REFERENCES participant (conference_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX one_note_per_person ON attention_note (participant_id) WHERE ended_at IS NULL;
