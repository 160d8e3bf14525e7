-- Answers of creating requests, kept sealed for a day so that a repeated Idempotency-Key gets the first answer and not a second deed.
create table idempotency_key (
  key         bytea primary key check (length(key) = 32),
  fingerprint bytea not null,
  -- Which of several tries holds the key now; one that was overtaken can no longer commit its deed.
  attempt     bytea not null check (length(attempt) = 16),
  -- What the deed made, sealed; written in the deed's own transaction, so that a try after a crash presents it instead of doing it again.
  reference   bytea,
  -- The answer. Null while the first request is still being worked on.
  sealed      bytea,
  created_at  timestamptz not null,
  expires_at  timestamptz not null
);
create index idempotency_key_expires on idempotency_key (expires_at);
