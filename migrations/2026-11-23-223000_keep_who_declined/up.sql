-- When somebody whom their delegation asked to fill in their own form said that they do not come; asked again, it is forgotten.
ALTER TABLE participant ADD COLUMN declined_at timestamptz;
