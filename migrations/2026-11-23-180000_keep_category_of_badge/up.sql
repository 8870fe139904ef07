-- The category's number stands in the signed code: it is kept as it was at the issue, so that a person who changes category
-- leaves the digits of the badge in their hand as they are.
ALTER TABLE badge ADD COLUMN category_number smallint;
UPDATE badge SET category_number = category.number
FROM participant JOIN category ON category.id = participant.category_id
WHERE participant.id = badge.participant_id;
ALTER TABLE badge ALTER COLUMN category_number SET NOT NULL,
    ADD CONSTRAINT badge_category_fits_its_code CHECK (category_number BETWEEN 0 AND 255);

CREATE FUNCTION keep_category_of_badge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT category.number INTO NEW.category_number
    FROM participant JOIN category ON category.id = participant.category_id
    WHERE participant.id = NEW.participant_id;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_category_of_badge BEFORE INSERT ON badge
    FOR EACH ROW WHEN (NEW.category_number IS NULL) EXECUTE FUNCTION keep_category_of_badge();
