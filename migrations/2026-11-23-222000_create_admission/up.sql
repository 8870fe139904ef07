-- Until when organisations that were not invited may apply for admission; no row, no applications.
CREATE TABLE admission_window (
    conference_id uuid PRIMARY KEY REFERENCES conference,
    closes_at timestamptz NOT NULL
);

-- An organisation asks to take part as a delegation. Its address is proved before anything is kept: by the code that signs it in.
CREATE TABLE admission_application (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL REFERENCES conference,
    account_id uuid NOT NULL REFERENCES account,
    status text NOT NULL DEFAULT 'submitted' CHECK (status IN ('submitted', 'returned', 'admitted', 'declined', 'withdrawn')),
    kind text NOT NULL CHECK (kind IN ('observer', 'intergovernmental', 'un_body', 'ngo', 'academia', 'company', 'media')),
    name jsonb NOT NULL,
    -- Folded: for finding the same organisation again.
    name_key text NOT NULL CHECK (name_key <> ''),
    country text CHECK (country ~ '^[A-Z]{2}$'),
    website text NOT NULL DEFAULT '',
    about text NOT NULL,
    people integer NOT NULL CHECK (people > 0),
    contact_name text NOT NULL,
    language text NOT NULL,
    -- What the secretariat asked or said last, and what was answered.
    note text NOT NULL DEFAULT '',
    submitted_at timestamptz NOT NULL,
    decided_at timestamptz,
    decided_by uuid REFERENCES account,
    delegation_id uuid,
    version integer NOT NULL DEFAULT 1,
    FOREIGN KEY (conference_id, delegation_id) REFERENCES delegation (conference_id, id) ON DELETE SET NULL (delegation_id),
    CONSTRAINT decision_on_admission_is_whole CHECK ((decided_at IS NULL) = (status = 'submitted' OR status = 'withdrawn'))
);
CREATE UNIQUE INDEX one_live_application ON admission_application (conference_id, account_id, name_key)
    WHERE status IN ('submitted', 'returned', 'admitted');
CREATE INDEX admission_application_by_status ON admission_application (conference_id, status, submitted_at);
