-- An account is an address that may sign in; whom it stands for (people, delegations, duties) is said elsewhere, and may be several.
CREATE TABLE account (
    id uuid PRIMARY KEY,
    email text NOT NULL CONSTRAINT one_account_per_address UNIQUE CHECK (email = lower(email)),
    name text NOT NULL DEFAULT '',
    language text,
    theme text NOT NULL DEFAULT 'auto' CHECK (theme IN ('auto', 'light', 'dark')),
    administrator boolean NOT NULL DEFAULT false,
    password_hash text,
    created_at timestamptz NOT NULL,
    disabled_at timestamptz
);

CREATE TABLE browser_session (
    id uuid PRIMARY KEY,
    token_hash bytea NOT NULL CONSTRAINT one_session_per_token UNIQUE,
    account_id uuid NOT NULL REFERENCES account,
    via text NOT NULL CHECK (via IN ('code', 'link', 'password', 'demonstration')),
    seat_kind text CHECK (seat_kind IN ('participant', 'delegation')),
    seat_id uuid,
    address text NOT NULL DEFAULT '',
    agent text NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    CONSTRAINT seat_is_whole CHECK ((seat_kind IS NULL) = (seat_id IS NULL))
);
CREATE INDEX browser_session_by_account ON browser_session (account_id) WHERE revoked_at IS NULL;

-- One-time codes and links: hashed, dead after use; the code is bound to the browser that asked for it, the link is not.
CREATE TABLE one_time_key (
    id uuid PRIMARY KEY,
    purpose text NOT NULL CHECK (purpose IN ('sign_in', 'password', 'invitation')),
    email text NOT NULL,
    account_id uuid REFERENCES account,
    code_hash bytea,
    link_hash bytea NOT NULL CONSTRAINT one_key_per_link UNIQUE,
    browser_hash bytea,
    destination text,
    wrong_attempts integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);
CREATE INDEX one_time_key_by_email ON one_time_key (email, created_at DESC);

-- Counters for limits per account and per source: one row per key and window.
CREATE TABLE attempt (
    key text NOT NULL,
    window_start timestamptz NOT NULL,
    count integer NOT NULL,
    PRIMARY KEY (key, window_start)
);

-- What somebody typed when their session had ended: kept until they are back.
CREATE TABLE parked_form (
    id uuid PRIMARY KEY,
    key_hash bytea NOT NULL,
    email text,
    path text NOT NULL,
    body bytea NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
