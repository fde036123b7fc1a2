-- The rules of the door: how long places are kept, what happens without a host, how many fit, and what is asked at the
-- door. Every rule has the value that was built in before, so that rooms of older versions behave as they did.

ALTER TABLE room ADD COLUMN return_minutes INTEGER NOT NULL DEFAULT 10 CHECK (return_minutes BETWEEN 0 AND 240);
ALTER TABLE room ADD COLUMN gone_minutes INTEGER NOT NULL DEFAULT 30 CHECK (gone_minutes BETWEEN 1 AND 240);
ALTER TABLE room ADD COLUMN admit_on_arrival INTEGER NOT NULL DEFAULT 0 CHECK (admit_on_arrival IN (0, 1));
ALTER TABLE room ADD COLUMN when_hosts_leave TEXT NOT NULL DEFAULT 'go_on'
    CHECK (when_hosts_leave IN ('go_on', 'pause', 'end'));
ALTER TABLE room ADD COLUMN most_in_call INTEGER CHECK (most_in_call BETWEEN 1 AND 10000);
ALTER TABLE room ADD COLUMN most_waiting INTEGER CHECK (most_waiting BETWEEN 1 AND 100000);
ALTER TABLE room ADD COLUMN one_at_a_time INTEGER NOT NULL DEFAULT 0 CHECK (one_at_a_time IN (0, 1));
ALTER TABLE room ADD COLUMN closed_message TEXT;           -- what guests read while the door is closed
ALTER TABLE room ADD COLUMN questions TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(questions));
ALTER TABLE room ADD COLUMN door_before_lock TEXT          -- what unlocking goes back to
    CHECK (door_before_lock IN ('everyone_waits', 'trusted_enter', 'everyone_enters'));
-- Whether a host was there when we last looked: what must happen when the last one has gone survives a restart.
ALTER TABLE room ADD COLUMN attended INTEGER NOT NULL DEFAULT 0 CHECK (attended IN (0, 1));
CREATE INDEX room_attended ON room (id) WHERE attended = 1;

-- A guest's browser, hashed together with the room, so that the same browser cannot be followed from room to room.
ALTER TABLE admission ADD COLUMN browser_hash BLOB CHECK (length(browser_hash) = 32);
ALTER TABLE admission ADD COLUMN denials INTEGER NOT NULL DEFAULT 0 CHECK (denials >= 0);  -- of this browser, in a row
ALTER TABLE admission ADD COLUMN came_before INTEGER NOT NULL DEFAULT 0 CHECK (came_before IN (0, 1));
ALTER TABLE admission ADD COLUMN answers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(answers));  -- erased with the note
ALTER TABLE admission ADD COLUMN waited INTEGER;           -- until first admitted, in milliseconds
CREATE INDEX admission_by_browser ON admission (room_id, browser_hash, id) WHERE browser_hash IS NOT NULL;
CREATE INDEX admission_present ON admission (state, room_id) WHERE ended_at IS NULL;
CREATE INDEX admission_waited ON admission (room_id, id) WHERE waited IS NOT NULL;
