-- Addresses of other systems that are told what happens in rooms, and what was sent to them.
-- The log itself is the outbox: an entry is written in the transaction of the change, and each webhook remembers up to
-- which entry it has been served (cursor). A delivery holds no text of its own; what is sent is made from the log's
-- entry, so that an erased name is gone here as well.
-- The secret that signs must be read again, so it is sealed with a key that is not in this database.

CREATE TABLE webhook (
    id              TEXT PRIMARY KEY,
    url             TEXT NOT NULL,
    events          TEXT NOT NULL CHECK (json_valid(events)),  -- names of acts; ["*"] is all
    secret          BLOB NOT NULL,
    old_secret      BLOB,                        -- signs beside the new one until old_until
    old_until       INTEGER,
    enabled         INTEGER NOT NULL CHECK (enabled IN (0, 1)),
    cursor          INTEGER NOT NULL,            -- of the log
    sequence        INTEGER NOT NULL DEFAULT 0,  -- of its deliveries
    failures        INTEGER NOT NULL DEFAULT 0,  -- one after the other
    paused_until    INTEGER NOT NULL DEFAULT 0,
    created_at      INTEGER NOT NULL,
    deleted_at      INTEGER,
    CHECK ((old_secret IS NULL) = (old_until IS NULL))
) STRICT;

CREATE TABLE delivery (
    id          TEXT PRIMARY KEY,
    webhook_id  TEXT NOT NULL REFERENCES webhook (id),
    sequence    INTEGER NOT NULL,
    entry       INTEGER REFERENCES audit (sequence),  -- null: a test
    event       TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    attempts    INTEGER NOT NULL DEFAULT 0,
    due_at      INTEGER NOT NULL,
    give_up_at  INTEGER NOT NULL,
    state       TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'failed')),
    tried_at    INTEGER,
    outcome     TEXT,                                 -- of the last try: a status, or why there is none
    UNIQUE (webhook_id, sequence)
) STRICT;
CREATE INDEX delivery_pending ON delivery (webhook_id, sequence) WHERE state = 'pending';
CREATE INDEX delivery_by_age ON delivery (created_at);
