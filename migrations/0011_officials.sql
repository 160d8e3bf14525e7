-- Officials whose names criminals may borrow: positions over time, genuine channels with their state, and what officials have declared.
-- valid_to is the first day on which a position is no longer held; null = until further notice.

create table official (
  id         uuid primary key,
  code       text not null unique check (length(code) between 1 and 60),
  full_name  text not null check (length(full_name) between 2 and 120),
  gender     text not null check (gender in ('male', 'female')),
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table official_position (
  id          uuid primary key,
  official_id uuid not null references official,
  unit_id     uuid not null references org_unit,
  title       text not null check (length(title) between 1 and 200),
  -- The lowest current rank is the position shown in answers.
  rank        integer not null check (rank > 0),
  valid_from  date not null check (valid_from between '1900-01-01' and '2200-01-01'),
  valid_to    date check (valid_to > valid_from and valid_to <= '2200-01-01'),
  constraint official_position_once exclude using gist (exclusion_key(official_id::text || unit_id::text || lower(title)) with &&, daterange(valid_from, valid_to) with &&) deferrable
);
create index official_position_official on official_position (official_id);
create index official_position_unit on official_position (unit_id);

-- A phone and the Zalo account bound to it are one thing in one pair of hands: they share this key.
create function account_key(type text, value text) returns text language sql immutable strict parallel safe
  return case type when 'phone' then 'zalo:' || value when 'profile' then value else type || ' ' || value end;

create table genuine_channel (
  id             uuid primary key,
  official_id    uuid not null references official,
  platform       text not null check (platform in ('facebook', 'zalo', 'phone', 'email', 'website', 'telegram', 'tiktok', 'youtube', 'other')),
  type           text not null check (type in ('phone', 'profile', 'url', 'email')),
  value          text not null check (length(value) between 1 and 2048),
  account        text not null generated always as (account_key(type, value)) stored,
  state          text not null check (state in ('current', 'retired', 'hijacked')),
  -- Who may change it by a file: an import changes only what an import wrote.
  source         text not null check (source in ('import', 'person')),
  confirmed_at   timestamptz not null,
  expires_at     timestamptz,
  hijacked_at    timestamptz,
  retired_at     timestamptz,
  retired_by     text check (retired_by in ('import', 'person')),
  reason         text check (length(reason) between 1 and 500),
  registered_at  timestamptz not null,
  constraint genuine_channel_expires check (expires_at > confirmed_at),
  constraint genuine_channel_hijacked check ((state = 'hijacked') = (hijacked_at is not null)),
  constraint genuine_channel_retired check ((state = 'retired') = (retired_at is not null) and (retired_at is null) = (retired_by is null))
);
-- One holder at a time, of the channel and of the account behind it. Retired ones stay as history.
create unique index genuine_channel_holder on genuine_channel (type, value) where state <> 'retired';
create index genuine_channel_identifier on genuine_channel (type, value);
create index genuine_channel_account on genuine_channel (account);
create index genuine_channel_official on genuine_channel (official_id);

create table no_account_declaration (
  official_id uuid not null references official,
  platform    text not null check (platform in ('facebook', 'zalo', 'telegram', 'tiktok', 'youtube', 'messenger', 'viber')),
  source      text not null check (source in ('import', 'person')),
  declared_at timestamptz not null,
  primary key (official_id, platform)
);

create table official_statement (
  id           uuid primary key,
  official_id  uuid not null references official,
  kind         text not null check (kind in ('declared-fake', 'denied')),
  type         text not null check (type in ('phone', 'bank_account', 'profile', 'url', 'email')),
  value        text not null check (length(value) between 1 and 2048),
  account      text not null generated always as (account_key(type, value)) stored,
  stated_at    timestamptz not null,
  withdrawn_at timestamptz check (withdrawn_at >= stated_at)
);
create unique index official_statement_once on official_statement (official_id, kind, type, value) where withdrawn_at is null;
create index official_statement_identifier on official_statement (type, value) where withdrawn_at is null;
create index official_statement_number on official_statement (split_part(value, ':', 2)) where type = 'bank_account' and withdrawn_at is null;
create index official_statement_account on official_statement (account) where withdrawn_at is null;

-- What would make one question have two answers. Deferred: an import may retire and register in any order. Register writers queue on one advisory lock, so no second one slips between.
create function genuine_channel_check() returns trigger language plpgsql as $$
declare
  broken text;
begin
  select case
    when exists (select from genuine_channel c where c.account = new.account and c.state <> 'retired' and c.official_id <> new.official_id) then 'genuine_channel_account_holder'
    when now_row.state = 'current' and exists (select from no_account_declaration d where d.official_id = new.official_id and d.platform = new.platform) then 'genuine_channel_not_declared_absent'
    when now_row.state = 'current' and exists (select from official_statement s where s.account = new.account and s.kind = 'declared-fake' and s.withdrawn_at is null) then 'genuine_channel_not_declared_fake'
  end into broken from genuine_channel now_row where now_row.id = new.id and now_row.state <> 'retired';
  if broken is not null then
    raise exception using errcode = 'check_violation', constraint = broken, table = 'genuine_channel', message = broken;
  end if;
  return null;
end $$;
create constraint trigger genuine_channel_is_consistent after insert or update on genuine_channel deferrable initially deferred for each row execute function genuine_channel_check();

create function official_declaration_check() returns trigger language plpgsql as $$
declare
  broken text;
begin
  if tg_table_name = 'no_account_declaration' then
    if exists (select from genuine_channel c join no_account_declaration d using (official_id, platform)
        where c.official_id = new.official_id and c.platform = new.platform and c.state = 'current') then
      broken := 'genuine_channel_not_declared_absent';
    end if;
  elsif new.kind = 'declared-fake' and new.withdrawn_at is null and exists (select from genuine_channel c where c.account = new.account and c.state = 'current') then
    broken := 'genuine_channel_not_declared_fake';
  end if;
  if broken is not null then
    raise exception using errcode = 'check_violation', constraint = broken, table = tg_table_name, message = broken;
  end if;
  return null;
end $$;
create constraint trigger no_account_declaration_is_consistent after insert or update on no_account_declaration deferrable initially deferred for each row execute function official_declaration_check();
create constraint trigger official_statement_is_consistent after insert or update on official_statement deferrable initially deferred for each row execute function official_declaration_check();
