DROP TABLE attention_note;
DROP TABLE area_pass;
ALTER TABLE area DROP COLUMN delegation_capacity, DROP COLUMN by_pass;
