-- Units: bodies and parts of bodies over time. Codes are re-used (44 was Quảng Bình until 30/6/2025 and is Quảng Trị since): a code means something only with
-- its system and a day. Here valid_to is the first day on which a row no longer holds; null = until further notice.

-- Key of an exclusion constraint as a range, for which PostgreSQL brings GiST operators itself. btree_gist would do the same, but is a package of its own that a province's server
-- may lack. Two keys collide with probability 2^-64; a collision refuses a row, it never lets one through.
create function exclusion_key(key text) returns numrange language sql immutable strict parallel safe
  return numrange(hashtextextended(key, 0)::numeric, hashtextextended(key, 0)::numeric, '[]');

create table org_code_system (
  key        text primary key check (key ~ '^[a-z][a-z0-9-]{0,31}$'),
  name       text not null,
  valid_from date,
  valid_to   date check (valid_to > valid_from)
);
insert into org_code_system (key, name) values
  ('local', 'Mã đơn vị của tỉnh'),
  ('gso', 'Danh mục và mã số các đơn vị hành chính Việt Nam'),
  ('organ-id', 'Mã định danh điện tử của cơ quan, tổ chức');

create table org_unit (
  id         uuid primary key,
  created_at timestamptz not null
);

create table org_unit_version (
  unit_id    uuid not null references org_unit,
  valid_from date not null check (valid_from between '1800-01-01' and '2200-01-01'),
  valid_to   date check (valid_to > valid_from and valid_to <= '2200-01-01'),
  name       text not null check (length(name) between 1 and 300),
  kind       text not null check (kind in ('province', 'district', 'commune', 'committee', 'department', 'police', 'division', 'party', 'front', 'service', 'other')),
  parent_id  uuid references org_unit check (parent_id <> unit_id),
  phone      text check (phone ~ '^\d{3,15}$'),
  primary key (unit_id, valid_from),
  constraint org_unit_version_once exclude using gist (exclusion_key(unit_id::text) with &&, daterange(valid_from, valid_to) with &&) deferrable
);
create index org_unit_version_parent on org_unit_version (parent_id) where parent_id is not null;

create table org_unit_code (
  system     text not null references org_code_system,
  code       text not null check (length(code) between 1 and 60),
  valid_from date not null,
  valid_to   date check (valid_to > valid_from),
  unit_id    uuid not null references org_unit,
  primary key (system, code, valid_from),
  constraint org_unit_code_once exclude using gist (exclusion_key(system || ' ' || code) with &&, daterange(valid_from, valid_to) with &&) deferrable
);
create index org_unit_code_unit on org_unit_code (unit_id);

-- How units end. A rename is no end: it is the next version of the same unit.
create table org_succession (
  unit_id      uuid not null references org_unit,
  change       text not null check (change in ('merge', 'split', 'abolish')),
  on_day       date not null,
  successor_id uuid references org_unit check (successor_id <> unit_id),
  constraint org_succession_once unique nulls not distinct (unit_id, successor_id),
  constraint org_abolish_has_no_heir check ((change = 'abolish') = (successor_id is null))
);
create index org_succession_successor on org_succession (successor_id) where successor_id is not null;

-- Raises what is wrong with one unit in the state that the transaction is about to leave. `constraint` names it for the program.
create function org_check_unit(unit uuid) returns void language plpgsql as $$
declare
  born   date;
  ended  date;
  broken text;
begin
  select min(valid_from), max(coalesce(valid_to, 'infinity')) into born, ended from org_unit_version where unit_id = unit;
  if born is null then
    return;
  end if;
  select case
    when exists (select from org_unit_version v where v.unit_id = unit and v.valid_from > born
        and not exists (select from org_unit_version p where p.unit_id = unit and p.valid_to = v.valid_from)) then 'org_no_gap'
    when exists (select from org_unit_version v where v.unit_id = unit and v.parent_id is not null and not exists (
        select from org_unit_version p where p.unit_id = v.parent_id
        having min(p.valid_from) <= v.valid_from and max(coalesce(p.valid_to, 'infinity')) >= coalesce(v.valid_to, 'infinity'))) then 'org_parent_lives'
    when exists (select from org_unit_version c where c.parent_id = unit and (c.valid_from < born or coalesce(c.valid_to, 'infinity') > ended)) then 'org_parent_lives'
    when exists (select from org_unit_code c where c.unit_id = unit and (c.valid_from < born or coalesce(c.valid_to, 'infinity') > ended)) then 'org_code_in_life'
    when exists (select from org_unit_code c join org_code_system s on s.key = c.system where c.unit_id = unit
        and (c.valid_from < s.valid_from or coalesce(c.valid_to, 'infinity') > s.valid_to)) then 'org_code_in_system'
    when ended < 'infinity' and not exists (select from org_succession s where s.unit_id = unit) then 'org_end_explained'
    when exists (select from org_succession s where s.unit_id = unit and s.on_day <> ended) then 'org_succession_day'
    when exists (select from org_succession s where s.unit_id = unit
        having count(distinct s.change) > 1 or (min(s.change) = 'merge' and count(*) <> 1) or (min(s.change) = 'split' and count(*) < 2)) then 'org_succession_shape'
    when exists (select from org_succession s where unit in (s.unit_id, s.successor_id) and s.successor_id is not null and not exists (
        select from org_unit_version w where w.unit_id = s.successor_id and w.valid_from <= s.on_day and coalesce(w.valid_to, 'infinity') > s.on_day)) then 'org_successor_lives'
  end into broken;
  if broken is null then
    -- Upwards, keeping only the days on which the whole chain holds: a circle that exists on no day is none.
    with recursive up (above, days, depth) as (
      select parent_id, daterange(valid_from, valid_to), 1 from org_unit_version where unit_id = unit and parent_id is not null
      union all
      select v.parent_id, up.days * daterange(v.valid_from, v.valid_to), up.depth + 1
      from up join org_unit_version v on v.unit_id = up.above and v.parent_id is not null and daterange(v.valid_from, v.valid_to) && up.days
      where up.depth < 20 and up.above <> unit
    )
    select case when bool_or(above = unit) then 'org_no_cycle' when max(depth) >= 20 then 'org_depth' end into broken from up;
  end if;
  if broken is not null then
    raise exception using errcode = 'check_violation', constraint = broken, table = 'org_unit_version', message = format('unit %s breaks %s', unit, broken);
  end if;
end $$;

create function org_check_row() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform org_check_unit(old.unit_id);
  end if;
  if tg_op <> 'DELETE' and (tg_op = 'INSERT' or new.unit_id <> old.unit_id) then
    perform org_check_unit(new.unit_id);
  end if;
  return null;
end $$;
-- Deferred, because several rows together make one consistent change.
create constraint trigger org_unit_version_is_consistent after insert or update or delete on org_unit_version deferrable initially deferred for each row execute function org_check_row();
create constraint trigger org_unit_code_is_consistent after insert or update on org_unit_code deferrable initially deferred for each row execute function org_check_row();
create constraint trigger org_succession_is_consistent after insert or update or delete on org_succession deferrable initially deferred for each row execute function org_check_row();
