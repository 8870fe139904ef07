DROP TRIGGER released_session_holds_rooms ON released_session;
DROP FUNCTION hold_released_rooms();
DROP TABLE released_hold;
ALTER TABLE released_session ADD CONSTRAINT one_session_per_room_at_a_time
    EXCLUDE USING gist (release_id WITH =, room_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (NOT cancelled);
DROP TABLE walk;
DROP TABLE room_blocker;
DROP TABLE room_window;
ALTER TABLE session DROP layout;
DROP TABLE room_layout;
DROP TRIGGER room_is_no_part_of_itself ON meeting_room;
DROP FUNCTION refuse_circle_of_rooms();
ALTER TABLE meeting_room
    DROP building_id, DROP floor, DROP part_of, DROP equipment, DROP booths, DROP accessibility, DROP access_note,
    DROP turnover_minutes, DROP photo_id, DROP plan_id;
DROP TABLE building;
