DROP TABLE mail_part;
DROP TABLE mail;
