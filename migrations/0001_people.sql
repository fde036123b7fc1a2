-- People who sign in, their logins, and the keys of programs that act for them.
-- Every secret (of a login, of a key) is random and long, so a plain SHA-256 of it is kept and never the secret.
-- Passwords are not random: they are kept as Argon2id hashes.
-- Times are milliseconds since 1970, UTC, in the whole database. Identifiers are UUIDs as text.

CREATE TABLE account (
    id            TEXT PRIMARY KEY,
    email         TEXT NOT NULL UNIQUE,
    name          TEXT NOT NULL,
    role          TEXT NOT NULL CHECK (role IN ('host', 'admin')),
    password_hash TEXT,              -- null: this account has no password and signs in by a one-time link
    disabled_at   INTEGER,
    created_at    INTEGER NOT NULL,
    last_seen_at  INTEGER
) STRICT;

CREATE TABLE sign_in (
    id           TEXT PRIMARY KEY,
    secret_hash  BLOB NOT NULL UNIQUE CHECK (length(secret_hash) = 32),
    account_id   TEXT NOT NULL REFERENCES account (id),
    created_at   INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    confirmed_at INTEGER NOT NULL,   -- when the password was last given
    address      TEXT,
    browser      TEXT,
    ended_at     INTEGER
) STRICT;
CREATE INDEX sign_in_by_account ON sign_in (account_id, ended_at);

CREATE TABLE api_key (
    id           TEXT PRIMARY KEY,
    name         TEXT NOT NULL,
    secret_hash  BLOB NOT NULL UNIQUE CHECK (length(secret_hash) = 32),
    scope        TEXT NOT NULL CHECK (scope IN ('admin', 'host')),
    account_id   TEXT REFERENCES account (id),   -- whose rights a key of scope host has
    created_at   INTEGER NOT NULL,
    last_used_at INTEGER,
    revoked_at   INTEGER,
    CHECK ((scope = 'host') = (account_id IS NOT NULL))
) STRICT;

-- What the installation must remember about itself and nobody sets.
CREATE TABLE installation (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
