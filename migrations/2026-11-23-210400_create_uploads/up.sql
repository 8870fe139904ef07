-- Files that arrive piece by piece: a line may be cut and a server restarted in between. They are forgotten after a day.
CREATE TABLE upload (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    name text NOT NULL,
    size bigint NOT NULL CHECK (size > 0),
    received bigint NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    CONSTRAINT no_more_arrives_than_was_announced CHECK (received BETWEEN 0 AND size)
);
CREATE INDEX upload_of_account ON upload (account_id, created_at);

CREATE TABLE upload_piece (
    upload_id uuid NOT NULL REFERENCES upload ON DELETE CASCADE,
    starts_at bigint NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (upload_id, starts_at)
);
ALTER TABLE upload_piece ALTER COLUMN content SET STORAGE EXTERNAL;
