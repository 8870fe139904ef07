DROP TABLE focal_point_request;
DROP INDEX one_substitute_at_a_time;
ALTER TABLE participant DROP COLUMN replaces_id;
