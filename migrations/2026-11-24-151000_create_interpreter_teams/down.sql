DROP TABLE stage_arrival;
DROP TABLE session_team;
DROP TABLE interpreter_team;
