DROP TABLE participant;
DROP TABLE person;
DROP FUNCTION take_and_free_places();
DROP FUNCTION holds_a_place(text);
