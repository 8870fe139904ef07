-- Papers of a session: read by everybody once it is released, or by those who run the programme alone.
CREATE TABLE session_document (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL,
    session_id uuid NOT NULL,
    file_id uuid NOT NULL REFERENCES stored_file,
    title text NOT NULL CHECK (title <> ''),
    language text NOT NULL,
    is_public boolean NOT NULL,
    added_at timestamptz NOT NULL,
    added_by uuid REFERENCES account,
    FOREIGN KEY (conference_id, session_id) REFERENCES session (conference_id, id) ON DELETE CASCADE,
    CONSTRAINT one_session_document_per_file UNIQUE (file_id)
);
CREATE INDEX session_document_by_session ON session_document (session_id, added_at);

-- Sessions that were made as one slot repeated: each stands for itself, the mark says that they belong together.
ALTER TABLE session ADD COLUMN series_id uuid;
CREATE INDEX session_by_series ON session (series_id) WHERE series_id IS NOT NULL;
