CREATE TABLE hall (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL REFERENCES conference,
    code text NOT NULL CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    name jsonb NOT NULL,
    area_id uuid,
    ordinal integer NOT NULL DEFAULT 0,
    FOREIGN KEY (conference_id, area_id) REFERENCES area (conference_id, id),
    CONSTRAINT hall_of_conference UNIQUE (conference_id, id),
    CONSTRAINT one_hall_per_code UNIQUE (conference_id, code)
);

-- The holder is a column of the stand, so a stand has at most one.
CREATE TABLE stand (
    id uuid PRIMARY KEY,
    conference_id uuid NOT NULL,
    hall_id uuid NOT NULL,
    number text NOT NULL CHECK (number <> ''),
    square_metres double precision NOT NULL CHECK (square_metres > 0),
    power_watts integer NOT NULL DEFAULT 0 CHECK (power_watts >= 0),
    holder_id uuid,
    headline jsonb NOT NULL DEFAULT '{}',
    description jsonb NOT NULL DEFAULT '{}',
    set_up_from timestamptz,
    set_up_until timestamptz,
    dismantle_from timestamptz,
    dismantle_until timestamptz,
    ordinal integer NOT NULL DEFAULT 0,
    version integer NOT NULL DEFAULT 1,
    FOREIGN KEY (conference_id, hall_id) REFERENCES hall (conference_id, id),
    FOREIGN KEY (conference_id, holder_id) REFERENCES delegation (conference_id, id),
    CONSTRAINT stand_of_conference UNIQUE (conference_id, id),
    CONSTRAINT one_stand_per_number UNIQUE (conference_id, hall_id, number),
    CONSTRAINT set_up_lasts CHECK (set_up_from < set_up_until),
    CONSTRAINT dismantling_lasts CHECK (dismantle_from < dismantle_until)
);
