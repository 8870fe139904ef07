ALTER TABLE category DROP COLUMN registration_closes_at, DROP COLUMN registers_under;
