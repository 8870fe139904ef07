-- Documents that an organisation sends with its application for admission: a statute, a registration, a letter. Three at most.
CREATE TABLE admission_document (
    id uuid PRIMARY KEY,
    application_id uuid NOT NULL REFERENCES admission_application ON DELETE CASCADE,
    file_id uuid NOT NULL REFERENCES stored_file,
    ordinal integer NOT NULL,
    added_at timestamptz NOT NULL,
    CONSTRAINT at_most_three_documents_of_an_application CHECK (ordinal BETWEEN 1 AND 3),
    CONSTRAINT one_document_per_place UNIQUE (application_id, ordinal)
);
