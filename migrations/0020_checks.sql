-- Checks: identifiers known to the police (published red, or reported), sealed answers that expire, and the texts an administrator may edit.
-- Nothing legible of a check is kept: the answer is sealed with a key that only its address carries.

create table known_identifier (
  type             text not null check (type in ('phone', 'bank_account', 'profile', 'url', 'email')),
  value            text not null check (length(value) between 1 and 2048),
  -- The account number without its bank: people often do not know or say the bank.
  number           text generated always as (case when type = 'bank_account' then split_part(value, ':', 2) end) stored,
  report_count     integer not null default 0 check (report_count >= 0),
  last_reported_at timestamptz,
  published_at     timestamptz,
  proposed_by      text,
  approved_by      text,
  reason           text,
  delisted_at      timestamptz,
  delisted_reason  text,
  primary key (type, value),
  -- Red on somebody's account needs two different persons, a reason and a date (design rule 7).
  constraint published_by_two check (published_at is null or (proposed_by is not null and approved_by is not null and proposed_by <> approved_by and reason is not null)),
  constraint delisted_with_reason check (delisted_at is null or (published_at is not null and delisted_reason is not null)),
  constraint reported_has_date check ((report_count = 0) = (last_reported_at is null))
);
create index known_identifier_number on known_identifier (number) where number is not null;

create table check_answer (
  -- SHA-256 of the address's secret: the row can be found by it, not opened from it.
  key        bytea primary key check (length(key) = 32),
  sealed     bytea not null,
  outcome    text not null check (outcome in ('stop-evidence', 'stop-denied', 'unverified', 'genuine-channel')),
  entry      text not null check (entry in ('page', 'api', 'cli')),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index check_answer_expires on check_answer (expires_at);

-- Counters survive the answers they were counted from.
create table check_count (
  day     date not null,
  outcome text not null,
  entry   text not null,
  checks  bigint not null,
  primary key (day, outcome, entry)
);

-- Hotlines, deadlines, law and advice are data with a source and a date, never constants in code (design §6).
create table guidance (
  key        text not null,
  locale     text not null check (locale in ('vi', 'en')),
  text       text not null,
  source     text not null,
  checked_on date,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (key, locale)
);
