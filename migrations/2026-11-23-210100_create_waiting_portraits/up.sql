-- Pictures that a focal point has sent and not yet given to anybody. What cannot be a portrait has no files and says why.
CREATE TABLE waiting_portrait (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL REFERENCES conference,
    delegation_id uuid NOT NULL,
    name text NOT NULL,
    digest bytea NOT NULL,
    master_file_id uuid REFERENCES stored_file,
    print_file_id uuid REFERENCES stored_file,
    gate_file_id uuid REFERENCES stored_file,
    problem text,
    sent_by uuid NOT NULL REFERENCES account,
    sent_at timestamptz NOT NULL,
    FOREIGN KEY (conference_id, delegation_id) REFERENCES delegation (conference_id, id),
    -- The same picture sent again, after a line that was cut, is the same picture.
    CONSTRAINT a_picture_waits_once UNIQUE (delegation_id, name, digest),
    CONSTRAINT a_waiting_picture_is_whole_or_says_why CHECK (
        (problem IS NULL) = (master_file_id IS NOT NULL)
        AND (master_file_id IS NULL) = (print_file_id IS NULL)
        AND (master_file_id IS NULL) = (gate_file_id IS NULL))
);
CREATE INDEX waiting_portrait_by_age ON waiting_portrait (sent_at);
