-- What somebody means to attend, accredited or not. Only digests of its two secrets are kept: one opens it, the other feeds a calendar.
CREATE TABLE agenda (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL REFERENCES conference,
    -- Whose it is, where they are signed in; else it belongs to whoever has the secret.
    account_id uuid REFERENCES account ON DELETE CASCADE,
    -- Rises when the secrets are made anew.
    generation integer NOT NULL DEFAULT 1,
    key_digest bytea NOT NULL CONSTRAINT one_agenda_per_key UNIQUE,
    feed_digest bytea NOT NULL CONSTRAINT one_agenda_per_feed UNIQUE,
    created_at timestamptz NOT NULL,
    CONSTRAINT agenda_of_conference UNIQUE (conference_id, id),
    CONSTRAINT one_agenda_per_account UNIQUE (conference_id, account_id)
);

CREATE TABLE agenda_session (
    conference_id uuid NOT NULL,
    agenda_id uuid NOT NULL,
    session_id uuid NOT NULL,
    -- The number of the release in which it was last looked at: what later ones changed is told.
    seen_release integer NOT NULL,
    PRIMARY KEY (agenda_id, session_id),
    FOREIGN KEY (conference_id, agenda_id) REFERENCES agenda (conference_id, id) ON DELETE CASCADE,
    FOREIGN KEY (conference_id, session_id) REFERENCES session (conference_id, id) ON DELETE CASCADE
);
