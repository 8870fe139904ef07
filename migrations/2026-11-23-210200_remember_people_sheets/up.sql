-- What a delegation's last sheet of people was like: which of its own headings mean which column, and in which row each
-- person stood.
CREATE TABLE people_sheet (
    delegation_id uuid PRIMARY KEY REFERENCES delegation ON DELETE CASCADE,
    headings jsonb NOT NULL DEFAULT '{}',
    rows jsonb NOT NULL DEFAULT '{}',
    changed_at timestamptz NOT NULL
);
