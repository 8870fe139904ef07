DROP TABLE waiting_portrait;
