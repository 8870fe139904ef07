ALTER TABLE mail
    -- Where answers go: the conference's contact address; empty for mails of the installation.
    ADD COLUMN reply_to text NOT NULL DEFAULT '',
    -- One-time codes and links inside the bodies: never shown to staff, blotted out once the mail has left for good.
    ADD COLUMN secrets text[] NOT NULL DEFAULT '{}',
    -- After this moment nobody is served by the mail: a code that has expired is not sent.
    ADD COLUMN useless_after timestamptz;
-- The worker asks for what is due and for what was claimed long ago; the mailbox for what nobody has read.
CREATE INDEX mail_unread ON mail (created_at) WHERE read_at IS NULL;

-- A kept form belongs to the session that had ended: somebody else on the same browser never sees it.
ALTER TABLE parked_form ADD COLUMN session_hash bytea;
