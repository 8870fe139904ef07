-- A form that somebody fills in about themselves: because their delegation asked them by a personal link, or because they
-- registered in a category that is open. Without such a row a draft is its delegation's alone.
CREATE TABLE own_form (
    participant_id uuid PRIMARY KEY,
    conference_id uuid NOT NULL,
    origin text NOT NULL CHECK (origin IN ('asked', 'registered')),
    -- Who registered, and under which name (folded): the same address registers nobody twice.
    registered_by uuid REFERENCES account,
    registered_name text NOT NULL DEFAULT '',
    -- The pages that they have continued from.
    sections text[] NOT NULL DEFAULT '{}',
    begun_at timestamptz,
    -- When they declared their answers, under which wording, and which version of the file they had before them.
    completed_at timestamptz,
    completed_version integer,
    declaration text,
    created_at timestamptz NOT NULL,
    FOREIGN KEY (conference_id, participant_id) REFERENCES participant (conference_id, id) ON DELETE CASCADE,
    CONSTRAINT registration_has_an_author CHECK ((origin = 'registered') = (registered_by IS NOT NULL)),
    CONSTRAINT completion_is_whole CHECK ((completed_at IS NULL) = (declaration IS NULL) AND (completed_at IS NULL) = (completed_version IS NULL))
);
CREATE UNIQUE INDEX one_registration_per_name ON own_form (conference_id, registered_by, registered_name) WHERE origin = 'registered';

-- The link by which somebody is asked to fill in their own draft; of its token the digest alone.
CREATE TABLE personal_link (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    email text NOT NULL,
    token_hash bytea NOT NULL UNIQUE,
    sent_by uuid NOT NULL REFERENCES account,
    sent_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    -- When its button was first pressed.
    used_at timestamptz,
    revoked_at timestamptz,
    FOREIGN KEY (conference_id, participant_id) REFERENCES participant (conference_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX one_live_link_per_person ON personal_link (participant_id) WHERE revoked_at IS NULL;
