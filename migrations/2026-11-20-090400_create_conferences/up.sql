CREATE TABLE conference (
    id uuid PRIMARY KEY,
    -- The number that stands in badge codes.
    number smallint NOT NULL CONSTRAINT one_conference_per_number UNIQUE CHECK (number > 0),
    slug text NOT NULL CONSTRAINT one_conference_per_slug UNIQUE CHECK (slug ~ '^[a-z][a-z0-9-]{1,39}$'),
    name jsonb NOT NULL,
    place jsonb NOT NULL,
    venue jsonb NOT NULL DEFAULT '{}',
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    time_zone text NOT NULL,
    languages text[] NOT NULL,
    accent text NOT NULL DEFAULT 'lagoon',
    contact_email text NOT NULL DEFAULT '',
    nomination_opens_at timestamptz NOT NULL,
    nomination_closes_at timestamptz NOT NULL,
    confirmation_closes_at timestamptz NOT NULL,
    badges_valid_from date NOT NULL,
    badges_valid_until date NOT NULL,
    documents_purge_on date NOT NULL,
    demonstration boolean NOT NULL DEFAULT false,
    participants_seen integer NOT NULL DEFAULT 0,
    badges_seen integer NOT NULL DEFAULT 0,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    CONSTRAINT conference_ends_after_it_starts CHECK (starts_on <= ends_on),
    CONSTRAINT nomination_closes_after_it_opens CHECK (nomination_opens_at < nomination_closes_at),
    CONSTRAINT confirmation_closes_after_nomination CHECK (nomination_closes_at <= confirmation_closes_at),
    CONSTRAINT badges_are_valid_for_a_time CHECK (badges_valid_from <= badges_valid_until),
    CONSTRAINT conference_has_a_language CHECK (cardinality(languages) > 0)
);

CREATE TABLE area (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL REFERENCES conference,
    code text NOT NULL CHECK (code ~ '^[a-z][a-z0-9-]{0,39}$'),
    name jsonb NOT NULL,
    parent_id uuid,
    -- Which bit of a badge code stands for the area; null for areas that no badge names by itself.
    zone_bit smallint CHECK (zone_bit BETWEEN 0 AND 15),
    badge_label text NOT NULL DEFAULT '',
    capacity integer CHECK (capacity > 0),
    ordinal integer NOT NULL DEFAULT 0,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT area_of_conference UNIQUE (conference_id, id),
    CONSTRAINT one_area_per_code UNIQUE (conference_id, code),
    CONSTRAINT one_area_per_zone_bit UNIQUE (conference_id, zone_bit),
    CONSTRAINT area_lies_in_its_conference FOREIGN KEY (conference_id, parent_id) REFERENCES area (conference_id, id),
    CONSTRAINT area_is_not_its_own_parent CHECK (parent_id <> id)
);

CREATE TABLE category (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL REFERENCES conference,
    -- The number that stands in badge codes.
    number smallint NOT NULL CHECK (number BETWEEN 1 AND 255),
    letter text NOT NULL CHECK (letter ~ '^[A-Z0-9]{1,2}$'),
    name jsonb NOT NULL,
    colour text NOT NULL CHECK (colour ~ '^#[0-9a-f]{6}$'),
    pattern text NOT NULL CHECK (pattern IN ('plain', 'line', 'cross', 'dot', 'diagonal', 'wave')),
    delivery text NOT NULL DEFAULT 'collect' CHECK (delivery IN ('collect', 'print_at_home', 'digital')),
    default_quota integer CHECK (default_quota >= 0),
    counts_toward_quota boolean NOT NULL DEFAULT true,
    open_to_self_registration boolean NOT NULL DEFAULT false,
    portrait_required boolean NOT NULL DEFAULT true,
    document_required boolean NOT NULL DEFAULT true,
    ordinal integer NOT NULL DEFAULT 0,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT category_of_conference UNIQUE (conference_id, id),
    CONSTRAINT one_category_per_letter UNIQUE (conference_id, letter),
    CONSTRAINT one_category_per_number UNIQUE (conference_id, number)
);

CREATE TABLE category_clearance (
    conference_id uuid NOT NULL,
    category_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('documents', 'security', 'protocol')),
    -- Clearances of the same step are sought in parallel, steps in order.
    step smallint NOT NULL DEFAULT 1,
    PRIMARY KEY (category_id, kind),
    FOREIGN KEY (conference_id, category_id) REFERENCES category (conference_id, id) ON DELETE CASCADE
);

-- When a category may be in an area: half-open intervals.
CREATE TABLE opening (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL,
    category_id uuid NOT NULL,
    area_id uuid NOT NULL,
    opens_at timestamptz NOT NULL,
    closes_at timestamptz NOT NULL,
    FOREIGN KEY (conference_id, category_id) REFERENCES category (conference_id, id) ON DELETE CASCADE,
    FOREIGN KEY (conference_id, area_id) REFERENCES area (conference_id, id) ON DELETE CASCADE,
    CONSTRAINT opening_lasts CHECK (opens_at < closes_at)
);
CREATE INDEX opening_by_area ON opening (area_id, category_id);
CREATE INDEX opening_by_category ON opening (category_id);

CREATE TABLE duty (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL REFERENCES conference,
    account_id uuid NOT NULL REFERENCES account,
    kind text NOT NULL CHECK (kind IN ('organiser', 'accreditation_officer', 'security_authority', 'pass_desk', 'gate_staff',
        'gate_supervisor', 'programme_manager', 'exhibition_manager', 'observer')),
    given_at timestamptz NOT NULL,
    given_by uuid REFERENCES account,
    CONSTRAINT one_duty_once UNIQUE (conference_id, account_id, kind)
);
CREATE INDEX duty_by_account ON duty (account_id);
