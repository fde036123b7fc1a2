-- Who stands behind a connection of the video platform. The platform disconnects connections and mutes streams, and knows
-- both by ids of its own; whose they are is told by its callbacks and by the pages themselves, and kept here.
-- A page can only speak for its own person. Whom to believe when two claim one connection: the platform, then a host,
-- then the guest who was first.
-- A row that has ended stays for a while: events come twice and in any order, and an old one must not open it again.

CREATE TABLE connection (
    session_id TEXT NOT NULL,
    id         TEXT NOT NULL,
    person     TEXT NOT NULL,
    generation INTEGER NOT NULL,
    told_by    TEXT NOT NULL CHECK (told_by IN ('guest', 'host', 'platform')),
    created_at INTEGER NOT NULL,
    ended_at   INTEGER,
    PRIMARY KEY (session_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX connection_open ON connection (session_id, person) WHERE ended_at IS NULL;
CREATE INDEX connection_by_end ON connection (ended_at) WHERE ended_at IS NOT NULL;

-- What a connection publishes.
CREATE TABLE connection_stream (
    session_id    TEXT NOT NULL,
    id            TEXT NOT NULL,
    connection_id TEXT NOT NULL,
    created_at    INTEGER NOT NULL,
    ended_at      INTEGER,
    PRIMARY KEY (session_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX connection_stream_open ON connection_stream (session_id, connection_id) WHERE ended_at IS NULL;

-- Why the last try did not end a connection, for the desk; and since when the long wait has been called out.
ALTER TABLE enforcement ADD COLUMN problem TEXT;
ALTER TABLE enforcement ADD COLUMN alarmed_at INTEGER;
