-- How far a long import is, seen from outside of its own transaction. The table it carries out is forgotten with its success, so
-- there is no foreign key to it; with its key as the key here, two who press at once begin it once.
CREATE TABLE import_run (
    file_id uuid PRIMARY KEY,
    conference_id uuid NOT NULL REFERENCES conference (id) ON DELETE CASCADE,
    state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done', 'stopped')),
    total integer NOT NULL CHECK (total >= 0),
    done integer NOT NULL DEFAULT 0 CHECK (done BETWEEN 0 AND total),
    -- When the work last said that it lives.
    beat_at timestamptz NOT NULL,
    -- What it did, as counts; or the key of the message that says why it did nothing.
    outcome jsonb,
    CONSTRAINT import_run_ends_with_an_outcome CHECK ((state = 'running') = (outcome IS NULL))
);
CREATE INDEX import_run_of_a_conference ON import_run (conference_id);
