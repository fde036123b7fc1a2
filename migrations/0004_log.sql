-- What happened, and what must still happen because of it. Both are written in the transaction of the change itself.
-- The log holds no guest's name: it points to the admission, so that a name can be erased when its time is over.

CREATE TABLE audit (
    sequence     INTEGER PRIMARY KEY AUTOINCREMENT,
    at           INTEGER NOT NULL,
    actor_kind   TEXT NOT NULL CHECK (actor_kind IN ('guest', 'account', 'api_key', 'system')),
    actor_id     TEXT,
    actor_name   TEXT NOT NULL,
    address      TEXT,
    room_id      TEXT REFERENCES room (id),
    admission_id TEXT REFERENCES admission (id),
    action       TEXT NOT NULL,
    detail       TEXT NOT NULL CHECK (json_valid(detail))
) STRICT;
CREATE INDEX audit_by_room ON audit (room_id, sequence);
CREATE INDEX audit_by_admission ON audit (admission_id, sequence);

-- Connections that the video provider must end: all of this person in this session with a lower generation.
CREATE TABLE enforcement (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    room_id      TEXT NOT NULL REFERENCES room (id),
    session_id   TEXT NOT NULL,
    person       TEXT NOT NULL,
    generation   INTEGER NOT NULL,
    created_at   INTEGER NOT NULL,
    attempts     INTEGER NOT NULL DEFAULT 0,
    due_at       INTEGER NOT NULL,
    confirmed_at INTEGER
) STRICT;
CREATE INDEX enforcement_open ON enforcement (due_at) WHERE confirmed_at IS NULL;
CREATE INDEX enforcement_by_person ON enforcement (person) WHERE confirmed_at IS NULL;
