-- 抽查: answered cases drawn by a seed, and how good their answers were found.
create table reply_check (
  id         bigint generated always as identity primary key,
  agency     text not null,
  actor      text not null,
  at         timestamptz not null,
  seed       bigint not null,
  from_day   date not null,
  until_day  date not null,
  per_unit   integer not null,
  -- how many could have been drawn
  population integer not null
);
create index reply_check_agency on reply_check (agency, id);

create table reply_check_item (
  check_id   bigint not null references reply_check (id),
  no         bigint not null references petition_case (no),
  unit       text not null,
  -- points by criterion, empty while nobody has looked at it
  scores     jsonb not null default '{}',
  note       text not null default '',
  actor      text not null default '',
  primary key (check_id, no)
);
