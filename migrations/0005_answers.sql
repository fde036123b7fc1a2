-- Answers of the API to requests with an Idempotency-Key, for a day: a client that lost an answer asks again and gets the
-- same one, and nothing is done twice. What the answer said is sealed with a key made of what only the client has (its
-- credential, its Idempotency-Key, the body it sent): a stolen database opens none of it.

CREATE TABLE answer (
    scope        TEXT NOT NULL,       -- whose key it is: an API key's id, an admission's id, or nobody's
    key_hash     BLOB NOT NULL CHECK (length(key_hash) = 32),
    request_hash BLOB NOT NULL CHECK (length(request_hash) = 32),
    created_at   INTEGER NOT NULL,
    status       INTEGER,             -- null: under way, or broken off
    location     TEXT,
    body         BLOB,
    PRIMARY KEY (scope, key_hash),
    CHECK ((status IS NULL) = (body IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_by_age ON answer (created_at);
