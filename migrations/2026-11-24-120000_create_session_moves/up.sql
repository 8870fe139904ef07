-- What organisers moved in the timetable, so that they can take it back and others can see it: of each of them the last fifty moves.
-- No room or no time is the tray.
CREATE TABLE session_move (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    conference_id uuid NOT NULL REFERENCES conference,
    session_id uuid NOT NULL,
    account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    room_before uuid,
    starts_before timestamptz,
    ends_before timestamptz,
    room_after uuid,
    starts_after timestamptz,
    ends_after timestamptz,
    -- The session's version after this was done, taken back or done again.
    version integer NOT NULL,
    -- When that was.
    changed_at timestamptz NOT NULL,
    undone boolean NOT NULL DEFAULT false,
    FOREIGN KEY (conference_id, session_id) REFERENCES session (conference_id, id) ON DELETE CASCADE,
    FOREIGN KEY (conference_id, room_before) REFERENCES meeting_room (conference_id, id),
    FOREIGN KEY (conference_id, room_after) REFERENCES meeting_room (conference_id, id),
    CONSTRAINT session_move_has_both_times CHECK (
        (starts_before IS NULL) = (ends_before IS NULL) AND (starts_after IS NULL) = (ends_after IS NULL))
);
CREATE INDEX session_move_by_person ON session_move (conference_id, account_id, number);
CREATE INDEX session_move_by_session ON session_move (session_id, number);
