DROP TRIGGER let_person_sign_in ON participant;
DROP FUNCTION let_person_sign_in();
