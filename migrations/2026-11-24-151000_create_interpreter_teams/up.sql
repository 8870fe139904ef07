-- A team of interpreters: into which languages, and how long in a row. Minutes without which it goes on working in a row.
CREATE TABLE interpreter_team (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL REFERENCES conference,
    name text NOT NULL CHECK (name <> ''),
    languages text[] NOT NULL CHECK (cardinality(languages) > 0),
    most_minutes integer NOT NULL DEFAULT 180 CHECK (most_minutes BETWEEN 30 AND 720),
    rest_minutes integer NOT NULL DEFAULT 30 CHECK (rest_minutes BETWEEN 5 AND 240),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT interpreter_team_of_conference UNIQUE (conference_id, id)
);
CREATE UNIQUE INDEX one_team_per_name ON interpreter_team (conference_id, lower(name));

CREATE TABLE session_team (
    conference_id uuid NOT NULL,
    session_id uuid NOT NULL,
    team_id uuid NOT NULL,
    PRIMARY KEY (session_id, team_id),
    FOREIGN KEY (conference_id, session_id) REFERENCES session (conference_id, id) ON DELETE CASCADE,
    FOREIGN KEY (conference_id, team_id) REFERENCES interpreter_team (conference_id, id) ON DELETE CASCADE
);
CREATE INDEX session_team_by_team ON session_team (team_id);

-- From when on somebody who is to be on stage is there: who comes later is not put on stage before.
CREATE TABLE stage_arrival (
    participant_id uuid PRIMARY KEY,
    conference_id uuid NOT NULL,
    arrives_at timestamptz NOT NULL,
    FOREIGN KEY (conference_id, participant_id) REFERENCES participant (conference_id, id) ON DELETE CASCADE
);
