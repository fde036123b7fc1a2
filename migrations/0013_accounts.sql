-- What admins answer for. A change of somebody's role, or disabling an account, can be taken back for half a minute, by
-- any admin and from any browser: so what was before stands here and not on a page. An account has one such change, the
-- latest. And a second factor: what an authenticator app and the server both know is kept sealed with a key that is not
-- in this file, recovery codes as hashes of random ones. A step of 30 s is remembered so that no code counts twice.

CREATE TABLE account_change (
    account_id TEXT PRIMARY KEY REFERENCES account (id),
    was        TEXT NOT NULL CHECK (was IN ('host', 'admin', 'enabled')),
    at         INTEGER NOT NULL,
    undone_at  INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE second_factor (
    account_id   TEXT PRIMARY KEY REFERENCES account (id),
    secret       BLOB NOT NULL,
    created_at   INTEGER NOT NULL,
    confirmed_at INTEGER,                       -- null: a first code has not come yet, nothing is asked for
    last_step    INTEGER NOT NULL DEFAULT 0,    -- the step of the latest code that counted
    failures     INTEGER NOT NULL DEFAULT 0,    -- wrong codes since the last right one
    waits_until  INTEGER NOT NULL DEFAULT 0     -- after many wrong ones: no code is looked at before
) STRICT, WITHOUT ROWID;

CREATE TABLE recovery_code (
    account_id TEXT NOT NULL REFERENCES account (id),
    code_hash  BLOB NOT NULL CHECK (length(code_hash) = 32),
    used_at    INTEGER,
    PRIMARY KEY (account_id, code_hash)
) STRICT, WITHOUT ROWID;

-- Somebody gave the right password and is asked for a code. It opens nothing but that question.
CREATE TABLE sign_in_step (
    secret_hash BLOB PRIMARY KEY CHECK (length(secret_hash) = 32),
    account_id  TEXT NOT NULL REFERENCES account (id),
    expires_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The overview counts what was decided by time, in a log of any length.
CREATE INDEX audit_decided ON audit (at, action, room_id)
    WHERE action IN ('admitted', 'entered_directly', 'denied', 'denial_undone', 'withdrawn', 'expired');
