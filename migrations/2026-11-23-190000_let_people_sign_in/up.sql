-- Somebody whose file was handed in signs in with the address that it names: the mail about it leads to their own page. The
-- account comes with the file, whichever way it came: by form, by table, by a correction of the address.
CREATE FUNCTION let_person_sign_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO account (id, email, name, language, created_at)
    VALUES (gen_random_uuid(), lower(NEW.email), NEW.document_name, NEW.language, NEW.changed_at)
    ON CONFLICT (email) DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER let_person_sign_in AFTER INSERT OR UPDATE OF email, status ON participant
    FOR EACH ROW WHEN (NEW.email IS NOT NULL AND NEW.status <> 'draft') EXECUTE FUNCTION let_person_sign_in();

INSERT INTO account (id, email, name, language, created_at)
SELECT DISTINCT ON (lower(email)) gen_random_uuid(), lower(email), document_name, language, changed_at
FROM participant WHERE email IS NOT NULL AND status <> 'draft' ORDER BY lower(email), changed_at
ON CONFLICT (email) DO NOTHING;
