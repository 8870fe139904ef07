DROP TABLE session_origin;
