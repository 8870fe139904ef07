DROP TABLE agenda_session;
DROP TABLE agenda;
