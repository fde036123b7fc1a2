-- Requests to enter and what became of each. Rows are never used again: asking anew makes a new row, so this table
-- is the history as well. The CHECKs repeat what the states of the domain say.

CREATE TABLE admission (
    id            TEXT PRIMARY KEY,
    room_id       TEXT NOT NULL REFERENCES room (id),
    invite_id     TEXT NOT NULL REFERENCES invite (id),
    ticket_hash   BLOB NOT NULL UNIQUE CHECK (length(ticket_hash) = 32),
    person        TEXT NOT NULL UNIQUE,
    name          TEXT NOT NULL,
    skeleton      TEXT NOT NULL,              -- equal for names that look the same
    note          TEXT,
    invited_role  TEXT NOT NULL CHECK (invited_role IN ('subscriber', 'publisher', 'publisheronly', 'moderator')),
    state         TEXT NOT NULL CHECK (state IN
                      ('waiting', 'held', 'admitted', 'left', 'denied', 'withdrawn', 'expired', 'removed')),
    role          TEXT CHECK (role IN ('subscriber', 'publisher', 'publisheronly', 'moderator')),
    reason        TEXT,                       -- denied: why; expired: the cause; waiting: why sent back
    flag          INTEGER NOT NULL DEFAULT 0, -- waiting: was sent back; removed: for good
    visible_from  INTEGER,                    -- denied: when the guest may know
    earlier       TEXT CHECK (earlier IN ('waiting', 'held', 'sent_back')), -- denied: what the guest sees until then
    earlier_message TEXT,                     -- denied: the message of a guest who had been sent back
    admitted_at   INTEGER,
    requested_at  INTEGER NOT NULL,
    ended_at      INTEGER,
    place         INTEGER NOT NULL,           -- order in the queue
    generation    INTEGER NOT NULL DEFAULT 1,
    revision      INTEGER NOT NULL DEFAULT 1,
    sequence      INTEGER NOT NULL,           -- the room's, at the last change
    decided_by    TEXT,
    decided_at    INTEGER,
    CHECK ((state IN ('admitted', 'left')) = (role IS NOT NULL)),
    CHECK ((state = 'admitted') = (admitted_at IS NOT NULL)),
    CHECK ((state = 'denied') = (visible_from IS NOT NULL)),
    CHECK ((state = 'denied') = (earlier IS NOT NULL)),
    CHECK ((state IN ('waiting', 'held', 'admitted')) = (ended_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX admission_by_sequence ON admission (room_id, sequence);
CREATE INDEX admission_by_place ON admission (room_id, state, place);
CREATE INDEX admission_by_skeleton ON admission (room_id, skeleton, state);
CREATE INDEX admission_by_invite ON admission (invite_id, state);
CREATE INDEX admission_by_end ON admission (room_id, ended_at) WHERE ended_at IS NOT NULL;
