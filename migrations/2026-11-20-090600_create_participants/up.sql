-- The person above the conferences; a participant is that person at one conference.
CREATE TABLE person (
    id uuid PRIMARY KEY,
    created_at timestamptz NOT NULL
);

CREATE TABLE participant (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL REFERENCES conference,
    person_id uuid NOT NULL REFERENCES person,
    delegation_id uuid NOT NULL,
    category_id uuid NOT NULL,
    -- The number people quote: counted per conference.
    reference integer NOT NULL,
    status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'submitted', 'returned', 'on_hold', 'approved', 'refused', 'withdrawn')),
    honorific text NOT NULL DEFAULT '',
    family_name text NOT NULL DEFAULT '',
    given_name text NOT NULL DEFAULT '',
    document_name text NOT NULL DEFAULT '',
    native_name text NOT NULL DEFAULT '',
    badge_name text NOT NULL DEFAULT '',
    sex text CHECK (sex IN ('F', 'M', 'X')),
    birth_date date,
    nationality text CHECK (nationality ~ '^[A-Z]{2}$'),
    residence text CHECK (residence ~ '^[A-Z]{2}$'),
    functional_title text NOT NULL DEFAULT '',
    organisation text NOT NULL DEFAULT '',
    protocol_rank text NOT NULL DEFAULT 'other' CHECK (protocol_rank IN ('head_of_state', 'head_of_government', 'vice_head',
        'foreign_minister', 'minister', 'vice_minister', 'ambassador', 'director', 'other')),
    composition_title text NOT NULL DEFAULT 'representative' CHECK (composition_title IN ('head', 'alternate_head', 'deputy',
        'representative', 'alternate', 'adviser', 'expert', 'observer')),
    email text,
    phone text,
    language text,
    document_kind text CHECK (document_kind IN ('passport', 'diplomatic_passport', 'service_passport', 'laissez_passer', 'national_identity', 'press_card')),
    document_country text CHECK (document_country ~ '^[A-Z]{2}$'),
    document_expires_on date,
    document_number_sealed bytea,
    document_number_digest bytea,
    document_number_hint text,
    document_file_id uuid REFERENCES stored_file,
    portrait_file_id uuid REFERENCES stored_file,
    portrait_print_file_id uuid REFERENCES stored_file,
    portrait_gate_file_id uuid REFERENCES stored_file,
    accompanies_id uuid,
    access_needs text NOT NULL DEFAULT '',
    public_list boolean NOT NULL DEFAULT false,
    consent_notice text,
    consent_at timestamptz,
    late_reason text,
    ordinal integer NOT NULL DEFAULT 0,
    identity_version integer NOT NULL DEFAULT 1,
    search text NOT NULL DEFAULT '',
    submitted_at timestamptz,
    submitted_by uuid REFERENCES account,
    created_by uuid REFERENCES account,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT participant_of_conference UNIQUE (conference_id, id),
    CONSTRAINT one_participant_per_reference UNIQUE (conference_id, reference),
    FOREIGN KEY (conference_id, delegation_id) REFERENCES delegation (conference_id, id),
    FOREIGN KEY (conference_id, category_id) REFERENCES category (conference_id, id),
    FOREIGN KEY (conference_id, accompanies_id) REFERENCES participant (conference_id, id),
    CONSTRAINT consent_is_whole CHECK ((consent_notice IS NULL) = (consent_at IS NULL)),
    CONSTRAINT document_number_is_whole CHECK ((document_number_sealed IS NULL) = (document_number_digest IS NULL))
);
CREATE UNIQUE INDEX one_live_accreditation_per_person ON participant (conference_id, person_id)
    WHERE status IN ('draft', 'submitted', 'returned', 'on_hold', 'approved');
CREATE UNIQUE INDEX at_most_one_head_of_delegation ON participant (delegation_id)
    WHERE composition_title = 'head' AND status IN ('submitted', 'returned', 'on_hold', 'approved');
CREATE INDEX participant_by_delegation ON participant (delegation_id, ordinal);
CREATE INDEX participant_by_status ON participant (conference_id, status, submitted_at);
CREATE INDEX participant_by_email ON participant (email) WHERE email IS NOT NULL;
CREATE INDEX participant_by_document ON participant (document_number_digest) WHERE document_number_digest IS NOT NULL;
CREATE INDEX participant_by_birth ON participant (conference_id, birth_date);
CREATE INDEX participant_by_search ON participant (conference_id, search text_pattern_ops);

-- Quota used = submitted, returned, on-hold and approved people of that delegation and category.
CREATE FUNCTION holds_a_place(status text) RETURNS boolean LANGUAGE sql IMMUTABLE AS
    $$ SELECT status IN ('submitted', 'returned', 'on_hold', 'approved') $$;

CREATE FUNCTION take_and_free_places() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND holds_a_place(OLD.status) = holds_a_place(NEW.status)
       AND (OLD.delegation_id, OLD.category_id) = (NEW.delegation_id, NEW.category_id) THEN
        RETURN NULL;
    END IF;
    IF TG_OP IN ('UPDATE', 'DELETE') AND holds_a_place(OLD.status) THEN
        UPDATE quota SET used = used - 1 FROM category c
         WHERE quota.delegation_id = OLD.delegation_id AND quota.category_id = OLD.category_id
           AND c.id = OLD.category_id AND c.counts_toward_quota;
    END IF;
    IF TG_OP IN ('UPDATE', 'INSERT') AND holds_a_place(NEW.status)
       AND (SELECT counts_toward_quota FROM category WHERE id = NEW.category_id) THEN
        UPDATE quota SET used = used + 1 WHERE delegation_id = NEW.delegation_id AND category_id = NEW.category_id;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'no place is given' USING ERRCODE = 'check_violation', CONSTRAINT = 'quota_is_not_exceeded';
        END IF;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER take_and_free_places AFTER INSERT OR DELETE OR UPDATE OF status, delegation_id, category_id ON participant
    FOR EACH ROW EXECUTE FUNCTION take_and_free_places();
