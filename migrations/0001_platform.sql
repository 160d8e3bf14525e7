-- Platform: who did what (audit), which event was handled by whom (jobs run at most once per event), answers kept for repeated requests.

create table audit_entry (
  id           uuid primary key,
  at           timestamptz not null,
  actor        text not null,
  action       text not null,
  subject_type text not null,
  subject_id   text not null,
  details      jsonb not null,
  request_id   text not null
);
create index audit_entry_subject on audit_entry (subject_type, subject_id, at);

create table handled_event (
  event_id   uuid not null,
  handler    text not null,
  handled_at timestamptz not null default now(),
  primary key (event_id, handler)
);

-- What this installation is: one row. Sample mode is decided once, when the database is empty.
create table installation (
  only_row   boolean primary key default true check (only_row),
  is_sample  boolean not null,
  province   text not null,
  created_at timestamptz not null
);

-- A token of the key file: a process that has another key file could not open what the others sealed, and must not start.
create table key_check (
  only_row   boolean primary key default true check (only_row),
  token      bytea not null,
  created_at timestamptz not null default now()
);
