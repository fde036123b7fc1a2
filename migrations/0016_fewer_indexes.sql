-- Each index has its price with every guest who comes and at every decision. These are as good or better for what is
-- asked, and those of present guests do not change when somebody is let in.

DROP INDEX admission_by_skeleton;
CREATE INDEX admission_by_skeleton ON admission (room_id, skeleton) WHERE ended_at IS NULL;

DROP INDEX admission_by_invite;
CREATE INDEX admission_by_invite ON admission (invite_id) WHERE ended_at IS NULL;

-- A browser's hash is of the room as well: it says all.
DROP INDEX admission_by_browser;
CREATE INDEX admission_by_browser ON admission (browser_hash) WHERE browser_hash IS NOT NULL;

-- Everybody present stands in the one by skeleton.
DROP INDEX admission_present;
