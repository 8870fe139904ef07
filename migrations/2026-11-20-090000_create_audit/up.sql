-- Entries are written unchained and sealed in order later by one sealer; personal values stand apart so that they can be purged.
CREATE TABLE audit_entry (
    id uuid PRIMARY KEY,
    conference_id uuid,
    at timestamptz NOT NULL,
    actor text NOT NULL CHECK (actor IN ('account', 'device', 'system')),
    actor_id uuid,
    act text NOT NULL,
    subject_kind text NOT NULL,
    subject_id uuid,
    facts jsonb NOT NULL DEFAULT '{}',
    sequence bigint CONSTRAINT one_place_in_the_chain UNIQUE,
    previous_hash bytea,
    hash bytea,
    CONSTRAINT sealed_whole CHECK ((sequence IS NULL) = (hash IS NULL))
);
CREATE INDEX audit_entry_unsealed ON audit_entry (at, id) WHERE sequence IS NULL;
CREATE INDEX audit_entry_by_subject ON audit_entry (subject_kind, subject_id, at);
CREATE INDEX audit_entry_by_conference ON audit_entry (conference_id, at);

CREATE TABLE audit_personal_value (
    entry_id uuid NOT NULL REFERENCES audit_entry,
    name text NOT NULL,
    value text NOT NULL,
    purge_on date,
    PRIMARY KEY (entry_id, name)
);

CREATE FUNCTION audit_entry_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR OLD.sequence IS NOT NULL
       OR (NEW.id, NEW.at, NEW.actor, NEW.act, NEW.subject_kind, NEW.facts) IS DISTINCT FROM
          (OLD.id, OLD.at, OLD.actor, OLD.act, OLD.subject_kind, OLD.facts)
       OR (NEW.conference_id, NEW.actor_id, NEW.subject_id) IS DISTINCT FROM (OLD.conference_id, OLD.actor_id, OLD.subject_id) THEN
        RAISE EXCEPTION 'the record is append-only' USING ERRCODE = 'check_violation', CONSTRAINT = 'audit_entry_is_append_only';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER audit_entry_is_append_only BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION audit_entry_is_append_only();
