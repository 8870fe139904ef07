-- What calendars and mails need of a release: who was on stage, whose session it was, what was called off and since when.

-- Who was on stage, where it is known who that is: for mails, never public.
CREATE TABLE released_person (
    conference_id uuid NOT NULL,
    release_id uuid NOT NULL,
    session_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    PRIMARY KEY (release_id, session_id, participant_id),
    FOREIGN KEY (release_id, session_id) REFERENCES released_session (release_id, session_id) ON DELETE CASCADE,
    FOREIGN KEY (conference_id, participant_id) REFERENCES participant (conference_id, id) ON DELETE CASCADE
);
INSERT INTO released_person (conference_id, release_id, session_id, participant_id)
    SELECT DISTINCT r.conference_id, r.release_id, r.session_id, p.participant_id
    FROM released_session r JOIN session_person p USING (session_id) WHERE p.participant_id IS NOT NULL;

ALTER TABLE released_session
    ADD COLUMN organiser_id uuid,
    -- No longer in the programme at all: kept a while so that calendars take it out. Such a row counts as cancelled.
    ADD COLUMN gone boolean NOT NULL DEFAULT false,
    -- Since when it is cancelled or gone.
    ADD COLUMN off_since timestamptz,
    -- A change that could not wait: when, why, and what was there before.
    ADD COLUMN urgent jsonb,
    ADD FOREIGN KEY (conference_id, organiser_id) REFERENCES delegation (conference_id, id);
UPDATE released_session r SET organiser_id = s.organiser_id FROM session s WHERE s.id = r.session_id;
UPDATE released_session r SET off_since = l.released_at FROM release l WHERE l.id = r.release_id AND r.cancelled;
ALTER TABLE released_session
    ADD CONSTRAINT what_is_gone_is_cancelled CHECK (cancelled OR NOT gone),
    ADD CONSTRAINT what_is_cancelled_has_its_time CHECK (cancelled = (off_since IS NOT NULL));

-- How many sessions it changed in which way, and how many people were told; unknown of releases from before this was kept.
ALTER TABLE release ADD COLUMN counts jsonb;

-- Calendars count the changes that were released, not those of the draft.
ALTER TABLE session DROP COLUMN sequence;
