-- What a conference calls a State, a territory or the Union where that differs from the table of the United Nations, by language. `name`
-- and `formal_name` stay what is shown; these say which part of them somebody chose.
ALTER TABLE delegation
    ADD COLUMN own_name jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN own_formal_name jsonb NOT NULL DEFAULT '{}';

-- Every answer that a delegation gave, so that a trend can be drawn and a change of mind be seen; the last one stands on the delegation.
CREATE TABLE delegation_answer (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL,
    delegation_id uuid NOT NULL,
    status text NOT NULL CHECK (status IN ('confirmed', 'declined')),
    expected_people integer CHECK (expected_people >= 0),
    note text NOT NULL DEFAULT '',
    given_at timestamptz NOT NULL,
    given_by uuid REFERENCES account,
    FOREIGN KEY (conference_id, delegation_id) REFERENCES delegation (conference_id, id) ON DELETE CASCADE
);
CREATE INDEX delegation_answer_by_time ON delegation_answer (conference_id, given_at DESC);

INSERT INTO delegation_answer (id, conference_id, delegation_id, status, expected_people, note, given_at, given_by)
    SELECT gen_random_uuid(), conference_id, id, status, expected_people, answer_note, answered_at, answered_by
      FROM delegation WHERE status IN ('confirmed', 'declined') AND answered_at IS NOT NULL;

-- A focal point is reminded of one thing once a day at most, however often and by however many organisers the button is pressed.
CREATE TABLE reminder (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL,
    delegation_id uuid NOT NULL,
    focal_point_id uuid NOT NULL REFERENCES focal_point ON DELETE CASCADE,
    about text NOT NULL CHECK (about IN ('invitation', 'answer', 'nominations', 'missing_people')),
    -- The conference day on which it was sent, in the conference's time zone.
    day date NOT NULL,
    sent_at timestamptz NOT NULL,
    sent_by uuid REFERENCES account,
    FOREIGN KEY (conference_id, delegation_id) REFERENCES delegation (conference_id, id) ON DELETE CASCADE,
    CONSTRAINT one_reminder_per_day UNIQUE (focal_point_id, about, day)
);
CREATE INDEX reminder_by_delegation ON reminder (conference_id, delegation_id);
