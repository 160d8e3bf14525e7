-- Answers of creating requests, kept sealed for a day so that a repeated Idempotency-Key gets the first answer and not a second deed.
create table idempotency_key (
  key         bytea primary key check (length(key) = 32),
  fingerprint bytea not null,
  -- Null while the first request is still being worked on.
  sealed      bytea,
  created_at  timestamptz not null,
  expires_at  timestamptz not null
);
create index idempotency_key_expires on idempotency_key (expires_at);
