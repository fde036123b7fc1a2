-- What hosts say to those who wait, and from which earlier request a request goes on: the guest asked again, or was moved
-- here from another room. A room's hosts keep up to four sentences that they say often; a room without rows here offers
-- the usual ones in the language of whoever looks. A denial for good uses the column `flag`, as a removal does.

ALTER TABLE admission ADD COLUMN message TEXT;
ALTER TABLE admission ADD COLUMN message_at INTEGER CHECK ((message_at IS NULL) = (message IS NULL));
ALTER TABLE admission ADD COLUMN follows TEXT REFERENCES admission (id);
CREATE INDEX admission_by_follows ON admission (follows) WHERE follows IS NOT NULL;

CREATE TABLE room_phrase (
    room_id TEXT NOT NULL REFERENCES room (id),
    number  INTEGER NOT NULL CHECK (number BETWEEN 1 AND 4),
    phrase  TEXT NOT NULL,
    PRIMARY KEY (room_id, number)
) STRICT, WITHOUT ROWID;
