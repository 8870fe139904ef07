-- The outbox. A row is written in the transaction that caused the mail; the worker claims, sends outside any transaction, and finishes.
CREATE TABLE mail (
    id uuid PRIMARY KEY,
    conference_id uuid,
    kind text NOT NULL,
    subject_kind text,
    subject_id uuid,
    to_address text NOT NULL,
    to_name text NOT NULL DEFAULT '',
    language text NOT NULL,
    subject text NOT NULL,
    body_text text NOT NULL,
    body_html text NOT NULL,
    message_id text NOT NULL CONSTRAINT one_mail_per_message_id UNIQUE,
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'withdrawn')),
    due_at timestamptz NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    claimed_at timestamptz,
    sent_at timestamptz,
    last_error text,
    created_at timestamptz NOT NULL,
    read_at timestamptz,
    CONSTRAINT claimed_while_sending CHECK ((state = 'sending') = (claimed_at IS NOT NULL))
);
CREATE INDEX mail_due ON mail (due_at) WHERE state = 'waiting';
CREATE INDEX mail_claimed ON mail (claimed_at) WHERE state = 'sending';
CREATE INDEX mail_by_conference ON mail (conference_id, created_at DESC);
CREATE INDEX mail_by_subject ON mail (subject_kind, subject_id);

CREATE TABLE mail_part (
    mail_id uuid NOT NULL REFERENCES mail ON DELETE CASCADE,
    ordinal smallint NOT NULL,
    content_id text,
    file_name text NOT NULL,
    media_type text NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (mail_id, ordinal)
);
