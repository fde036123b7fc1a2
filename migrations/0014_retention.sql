-- What guests told of themselves is erased when its time is over. The row stays, for counts and for the log that points to
-- it; erased_at says that its name, note and words are gone. A room may keep them for fewer days than the installation.

ALTER TABLE admission ADD COLUMN erased_at INTEGER;
ALTER TABLE room ADD COLUMN keep_days INTEGER CHECK (keep_days BETWEEN 1 AND 3650);   -- null: as the installation

CREATE INDEX admission_not_erased ON admission (requested_at) WHERE erased_at IS NULL;
