-- What a focal point was told when people were handed in together. It stays as it was said.
CREATE TABLE receipt (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL REFERENCES conference,
    delegation_id uuid NOT NULL,
    number integer NOT NULL CHECK (number > 0),
    made_at timestamptz NOT NULL,
    made_by uuid NOT NULL REFERENCES account,
    made_by_name text NOT NULL,
    people jsonb NOT NULL,
    places jsonb NOT NULL,
    FOREIGN KEY (conference_id, delegation_id) REFERENCES delegation (conference_id, id),
    CONSTRAINT one_receipt_per_number UNIQUE (delegation_id, number)
);
