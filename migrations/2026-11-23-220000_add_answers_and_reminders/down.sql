DROP TABLE reminder;
DROP TABLE delegation_answer;
ALTER TABLE delegation DROP COLUMN own_name, DROP COLUMN own_formal_name;
