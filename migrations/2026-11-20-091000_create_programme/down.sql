DROP TABLE released_session;
DROP TABLE release;
DROP TABLE session_person;
DROP TABLE session;
DROP TABLE meeting_room;
