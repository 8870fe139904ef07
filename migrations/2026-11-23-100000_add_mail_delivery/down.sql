ALTER TABLE parked_form DROP COLUMN session_hash;
DROP INDEX mail_unread;
ALTER TABLE mail DROP COLUMN useless_after, DROP COLUMN secrets, DROP COLUMN reply_to;
