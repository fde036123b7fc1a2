-- Rooms, who decides at their doors, and the links by which guests come.
-- A room's sequence goes up with every change of one of its admissions: live pages ask for what is above the number
-- they have seen, so that a change costs the same with ten or ten thousand waiting.

CREATE TABLE room (
    id            TEXT PRIMARY KEY,
    code          TEXT NOT NULL UNIQUE,
    title         TEXT NOT NULL,
    door          TEXT NOT NULL CHECK (door IN ('everyone_waits', 'trusted_enter', 'everyone_enters', 'closed')),
    host_label    TEXT,
    show_position INTEGER NOT NULL CHECK (show_position IN (0, 1)),
    name_in_token INTEGER NOT NULL CHECK (name_in_token IN (0, 1)),
    token_seconds INTEGER NOT NULL CHECK (token_seconds BETWEEN 30 AND 2592000),
    session_id    TEXT,
    sequence      INTEGER NOT NULL DEFAULT 0,
    revision      INTEGER NOT NULL DEFAULT 1,
    created_at    INTEGER NOT NULL
) STRICT;

CREATE TABLE room_host (
    room_id    TEXT NOT NULL REFERENCES room (id),
    account_id TEXT NOT NULL REFERENCES account (id),
    owner      INTEGER NOT NULL CHECK (owner IN (0, 1)),
    person     TEXT NOT NULL UNIQUE,          -- what a video provider knows this host by, in this room
    generation INTEGER NOT NULL DEFAULT 1,    -- of the host's own tokens for this room
    PRIMARY KEY (room_id, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX room_host_by_account ON room_host (account_id);

CREATE TABLE invite (
    id            TEXT PRIMARY KEY,
    room_id       TEXT NOT NULL REFERENCES room (id),
    secret_hash   BLOB NOT NULL UNIQUE CHECK (length(secret_hash) = 32),
    role          TEXT NOT NULL CHECK (role IN ('subscriber', 'publisher', 'publisheronly', 'moderator')),
    entry         TEXT NOT NULL CHECK (entry IN ('wait', 'direct')),
    label         TEXT,
    guest_name    TEXT,
    passcode_hash TEXT,
    max_uses      INTEGER CHECK (max_uses > 0),
    uses          INTEGER NOT NULL DEFAULT 0 CHECK (uses >= 0 AND (max_uses IS NULL OR uses <= max_uses)),
    not_before    INTEGER,
    expires_at    INTEGER NOT NULL,
    revoked_at    INTEGER,
    last_used_at  INTEGER,
    created_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX invite_by_room ON invite (room_id, created_at);
