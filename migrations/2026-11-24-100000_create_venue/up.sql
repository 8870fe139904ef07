CREATE TABLE building (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL REFERENCES conference,
    code text NOT NULL CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    name jsonb NOT NULL,
    ordinal integer NOT NULL DEFAULT 0,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT building_of_conference UNIQUE (conference_id, id),
    CONSTRAINT one_building_per_code UNIQUE (conference_id, code)
);

ALTER TABLE meeting_room
    ADD building_id uuid,
    ADD floor text NOT NULL DEFAULT '',
    -- Holding a part holds the whole, and the whole its parts.
    ADD part_of uuid,
    ADD equipment jsonb NOT NULL DEFAULT '{}',
    ADD booths integer NOT NULL DEFAULT 0 CHECK (booths BETWEEN 0 AND 40),
    ADD accessibility text[] NOT NULL DEFAULT '{}'
        CHECK (accessibility <@ ARRAY['step_free', 'hearing_loop', 'accessible_toilet', 'wheelchair_places', 'stage_ramp']),
    ADD access_note jsonb NOT NULL DEFAULT '{}',
    ADD turnover_minutes integer NOT NULL DEFAULT 0 CHECK (turnover_minutes BETWEEN 0 AND 480),
    ADD photo_id uuid REFERENCES stored_file,
    ADD plan_id uuid REFERENCES stored_file,
    ADD FOREIGN KEY (conference_id, building_id) REFERENCES building (conference_id, id),
    ADD FOREIGN KEY (conference_id, part_of) REFERENCES meeting_room (conference_id, id);
CREATE INDEX meeting_room_by_whole ON meeting_room (part_of) WHERE part_of IS NOT NULL;

-- No room is a part of itself, by whatever way round. Whoever else changes the tree at this moment is waited for.
CREATE FUNCTION refuse_circle_of_rooms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM conference WHERE id = NEW.conference_id FOR NO KEY UPDATE;
    IF EXISTS (
        WITH RECURSIVE wholes AS (
            SELECT NEW.part_of AS id
            UNION SELECT room.part_of FROM meeting_room room JOIN wholes ON room.id = wholes.id WHERE room.part_of IS NOT NULL)
        SELECT FROM wholes WHERE id = NEW.id)
    THEN
        RAISE EXCEPTION 'a room would be a part of itself'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'room_is_no_part_of_itself', TABLE = 'meeting_room';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER room_is_no_part_of_itself AFTER INSERT OR UPDATE OF part_of ON meeting_room
    FOR EACH ROW WHEN (NEW.part_of IS NOT NULL) EXECUTE FUNCTION refuse_circle_of_rooms();

CREATE TABLE room_layout (
    room_id uuid NOT NULL REFERENCES meeting_room ON DELETE CASCADE,
    layout text NOT NULL CHECK (layout IN ('theatre', 'classroom', 'boardroom', 'banquet', 'standing')),
    capacity integer NOT NULL CHECK (capacity > 0),
    PRIMARY KEY (room_id, layout)
);

ALTER TABLE session ADD layout text CHECK (layout IN ('theatre', 'classroom', 'boardroom', 'banquet', 'standing'));

-- When a room can be had; one without a window can be had whenever its area is open.
CREATE TABLE room_window (
    id uuid PRIMARY KEY,
    room_id uuid NOT NULL REFERENCES meeting_room ON DELETE CASCADE,
    opens_at timestamptz NOT NULL,
    closes_at timestamptz NOT NULL,
    CONSTRAINT room_window_closes_after_it_opens CHECK (opens_at < closes_at)
);
CREATE INDEX room_window_by_room ON room_window (room_id, opens_at);

-- Nobody meets there then; the owner knows why and can be asked. One that was removed can be put back.
CREATE TABLE room_blocker (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL,
    room_id uuid NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    reason text NOT NULL CHECK (reason <> ''),
    owner text NOT NULL CHECK (owner <> ''),
    contact text NOT NULL DEFAULT '',
    removed_at timestamptz,
    FOREIGN KEY (conference_id, room_id) REFERENCES meeting_room (conference_id, id),
    CONSTRAINT room_blocker_ends_after_it_starts CHECK (starts_at < ends_at)
);
CREATE INDEX room_blocker_by_room ON room_blocker (room_id, starts_at) WHERE removed_at IS NULL;

-- Walking minutes, the same both ways: between rooms, between buildings, or within one building (which is then on both sides).
CREATE TABLE walk (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL REFERENCES conference,
    from_room uuid,
    from_building uuid,
    to_room uuid,
    to_building uuid,
    minutes integer NOT NULL CHECK (minutes BETWEEN 0 AND 240),
    FOREIGN KEY (conference_id, from_room) REFERENCES meeting_room (conference_id, id),
    FOREIGN KEY (conference_id, from_building) REFERENCES building (conference_id, id),
    FOREIGN KEY (conference_id, to_room) REFERENCES meeting_room (conference_id, id),
    FOREIGN KEY (conference_id, to_building) REFERENCES building (conference_id, id),
    CONSTRAINT walk_has_two_ends CHECK (num_nonnulls(from_room, from_building) = 1 AND num_nonnulls(to_room, to_building) = 1),
    CONSTRAINT walk_leads_elsewhere CHECK (from_room <> to_room)
);
CREATE UNIQUE INDEX one_walk_per_pair ON walk (conference_id,
    LEAST(COALESCE(from_room, from_building), COALESCE(to_room, to_building)),
    GREATEST(COALESCE(from_room, from_building), COALESCE(to_room, to_building)));

-- What a released session holds: its room, or where that divides, every smallest part of it. So a part clashes with its whole,
-- and two parts do not clash with each other. A cancelled session holds nothing.
CREATE TABLE released_hold (
    release_id uuid NOT NULL,
    session_id uuid NOT NULL,
    room_id uuid NOT NULL REFERENCES meeting_room,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    PRIMARY KEY (release_id, session_id, room_id),
    FOREIGN KEY (release_id, session_id) REFERENCES released_session ON DELETE CASCADE
);
ALTER TABLE released_session DROP CONSTRAINT one_session_per_room_at_a_time;
INSERT INTO released_hold (release_id, session_id, room_id, starts_at, ends_at)
    SELECT release_id, session_id, room_id, starts_at, ends_at FROM released_session WHERE NOT cancelled;
-- Half-open, so ending at 10:00 and starting at 10:00 is no clash.
ALTER TABLE released_hold ADD CONSTRAINT one_session_per_room_at_a_time
    EXCLUDE USING gist (release_id WITH =, room_id WITH =, tstzrange(starts_at, ends_at) WITH &&);

CREATE FUNCTION hold_released_rooms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        DELETE FROM released_hold WHERE release_id = OLD.release_id AND session_id = OLD.session_id;
    END IF;
    IF NEW.cancelled THEN
        RETURN NULL;
    END IF;
    -- The tree of rooms stays as it is until this is written.
    PERFORM 1 FROM conference WHERE id = NEW.conference_id FOR SHARE;
    INSERT INTO released_hold (release_id, session_id, room_id, starts_at, ends_at)
        WITH RECURSIVE parts AS (
            SELECT NEW.room_id AS id
            UNION SELECT room.id FROM meeting_room room JOIN parts ON room.part_of = parts.id)
        SELECT NEW.release_id, NEW.session_id, parts.id, NEW.starts_at, NEW.ends_at FROM parts
        WHERE NOT EXISTS (SELECT FROM meeting_room room WHERE room.part_of = parts.id);
    RETURN NULL;
END $$;
CREATE TRIGGER released_session_holds_rooms AFTER INSERT OR UPDATE OF room_id, starts_at, ends_at, cancelled ON released_session
    FOR EACH ROW EXECUTE FUNCTION hold_released_rooms();
