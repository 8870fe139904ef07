DROP TABLE badge;
DROP SEQUENCE badge_serial;
