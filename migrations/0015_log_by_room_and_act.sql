-- A room's log filtered by an act, newest first. By either alone, a million entries of a busy room, or of a common act,
-- would be looked through for the few that are both.
CREATE INDEX audit_by_room_and_action ON audit (room_id, action, at);
