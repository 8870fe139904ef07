DROP TABLE personal_link;
DROP TABLE own_form;
