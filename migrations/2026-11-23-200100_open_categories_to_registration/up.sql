-- A category in which people register themselves says under which delegation they are entered, and until when. Before this it
-- could be marked open and nothing came of it.
UPDATE category SET open_to_self_registration = false;
ALTER TABLE category
    ADD COLUMN registers_under uuid,
    ADD COLUMN registration_closes_at timestamptz,
    ADD FOREIGN KEY (conference_id, registers_under) REFERENCES delegation (conference_id, id),
    ADD CONSTRAINT open_category_has_a_delegation CHECK (NOT open_to_self_registration OR (registers_under IS NOT NULL AND registration_closes_at IS NOT NULL));
