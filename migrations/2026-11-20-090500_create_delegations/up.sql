CREATE TABLE delegation (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL REFERENCES conference,
    -- The stable key by which an import finds the delegation again.
    key text NOT NULL CHECK (key <> ''),
    kind text NOT NULL CHECK (kind IN ('state', 'territory', 'european_union', 'observer', 'intergovernmental', 'un_body', 'ngo',
        'academia', 'company', 'media', 'host', 'secretariat')),
    -- ISO 3166 alpha-2 code (or EU) of a State, territory or the European Union; text, never guessed: NA and NO are countries.
    entity text CHECK (entity ~ '^[A-Z]{2}$'),
    name jsonb NOT NULL,
    formal_name jsonb NOT NULL DEFAULT '{}',
    region text,
    language text NOT NULL,
    status text NOT NULL DEFAULT 'expected' CHECK (status IN ('expected', 'invited', 'confirmed', 'declined')),
    expected_people integer CHECK (expected_people >= 0),
    answered_at timestamptz,
    answered_by uuid REFERENCES account,
    answer_note text NOT NULL DEFAULT '',
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    CONSTRAINT delegation_of_conference UNIQUE (conference_id, id),
    CONSTRAINT one_delegation_per_key UNIQUE (conference_id, key)
);
CREATE UNIQUE INDEX one_delegation_per_entity ON delegation (conference_id, entity) WHERE kind IN ('state', 'territory', 'european_union');

CREATE TABLE quota (
    conference_id uuid NOT NULL,
    delegation_id uuid NOT NULL,
    category_id uuid NOT NULL,
    cap integer NOT NULL CHECK (cap >= 0),
    -- Kept by a trigger on participants, so that no two requests can both take the last place.
    used integer NOT NULL DEFAULT 0 CHECK (used >= 0),
    PRIMARY KEY (delegation_id, category_id),
    FOREIGN KEY (conference_id, delegation_id) REFERENCES delegation (conference_id, id) ON DELETE CASCADE,
    FOREIGN KEY (conference_id, category_id) REFERENCES category (conference_id, id),
    CONSTRAINT quota_is_not_exceeded CHECK (used <= cap)
);

CREATE TABLE focal_point (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL,
    delegation_id uuid NOT NULL,
    account_id uuid NOT NULL REFERENCES account,
    name text NOT NULL,
    appointed_at timestamptz NOT NULL,
    appointed_by uuid REFERENCES account,
    invited_at timestamptz,
    ended_at timestamptz,
    FOREIGN KEY (conference_id, delegation_id) REFERENCES delegation (conference_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX one_appointment_per_focal_point ON focal_point (delegation_id, account_id) WHERE ended_at IS NULL;
CREATE INDEX focal_point_by_account ON focal_point (account_id);

CREATE TABLE delegation_letter (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL,
    delegation_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('note_verbale', 'nomination_letter', 'letter_of_assignment')),
    version integer NOT NULL,
    file_id uuid NOT NULL REFERENCES stored_file,
    filed_at timestamptz NOT NULL,
    filed_by uuid REFERENCES account,
    FOREIGN KEY (conference_id, delegation_id) REFERENCES delegation (conference_id, id) ON DELETE CASCADE,
    CONSTRAINT one_letter_per_version UNIQUE (delegation_id, kind, version)
);
