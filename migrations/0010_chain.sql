-- The log becomes a chain, so that whoever changes it afterwards is found out: each entry carries the hash of the one before
-- and its own, over all that must stay. What is erased when its time is over (the address, what people typed) stands
-- apart; the chain holds only a salted hash of it, which tells nothing once the salt is erased with it.
-- docs/audit.md says byte by byte what is hashed. Rows of before are chained when the program first opens the file.

ALTER TABLE audit ADD COLUMN said     TEXT CHECK (json_valid(said));       -- what people typed: a JSON object, or null
ALTER TABLE audit ADD COLUMN salt     BLOB CHECK (length(salt) = 16);      -- null: address and said were erased
ALTER TABLE audit ADD COLUMN personal BLOB CHECK (length(personal) = 32);  -- hash of salt, address and said
ALTER TABLE audit ADD COLUMN previous BLOB CHECK (length(previous) = 32);  -- the hash of the entry before
ALTER TABLE audit ADD COLUMN hash     BLOB CHECK (length(hash) = 32);

-- The last entry that was written: an entry missing at the end is missed here.
CREATE TABLE audit_head (
    one      INTEGER PRIMARY KEY CHECK (one = 1),
    sequence INTEGER NOT NULL,
    hash     BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- A mistake in the program must not change the log either. Who owns the file can drop these; the chain finds them out.
CREATE TRIGGER audit_is_never_shortened BEFORE DELETE ON audit BEGIN
    SELECT raise(ABORT, 'the log is only ever appended to');
END;
CREATE TRIGGER audit_is_never_changed
BEFORE UPDATE OF sequence, at, actor_kind, actor_id, actor_name, room_id, admission_id, action, detail, personal, previous, hash
ON audit WHEN old.hash IS NOT NULL BEGIN
    SELECT raise(ABORT, 'an entry of the log stays as it was written');
END;
CREATE TRIGGER audit_is_only_erased BEFORE UPDATE OF address, said, salt ON audit
WHEN old.hash IS NOT NULL AND coalesce(new.address, new.said, new.salt) IS NOT NULL BEGIN
    SELECT raise(ABORT, 'address, words and salt of an entry are erased together');
END;

-- Pages of the log show it by time and filtered.
CREATE INDEX audit_by_time ON audit (at);
CREATE INDEX audit_by_room_and_time ON audit (room_id, at);
CREATE INDEX audit_by_actor ON audit (actor_id, at) WHERE actor_kind IN ('account', 'api_key');
CREATE INDEX audit_by_action ON audit (action, at);
-- What still holds an address or words, for erasing in its time.
CREATE INDEX audit_not_erased ON audit (at) WHERE salt IS NOT NULL;
