CREATE TABLE stored_file (
    id uuid PRIMARY KEY,
    conference_id uuid,
    kind text NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    size bigint NOT NULL CHECK (size >= 0),
    digest bytea NOT NULL,
    sealed boolean NOT NULL,
    created_at timestamptz NOT NULL,
    purge_on date
);
CREATE INDEX stored_file_to_purge ON stored_file (purge_on) WHERE purge_on IS NOT NULL;

CREATE TABLE stored_file_chunk (
    file_id uuid NOT NULL REFERENCES stored_file ON DELETE CASCADE,
    ordinal integer NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (file_id, ordinal)
);
ALTER TABLE stored_file_chunk ALTER COLUMN content SET STORAGE EXTERNAL;
