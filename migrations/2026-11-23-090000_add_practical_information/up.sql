-- What the public page of a conference tells its visitors in the organisers' own words.
ALTER TABLE conference ADD COLUMN information jsonb NOT NULL DEFAULT '{}';
