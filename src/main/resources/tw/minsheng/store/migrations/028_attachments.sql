-- Files of cases. A file first waits beside its form (no is null); the case, or the step, that is sent with the form takes
-- it along in its own transaction.
create table attachment (
  id         uuid primary key,
  no         bigint references petition_case (no),
  -- hash of the key of the form with which it came
  form       text not null,
  -- number of the event with which it came, 0 while it waits
  event      integer not null default 0,
  name       text not null,
  kind       text not null,
  bytes      bigint not null,
  -- of the bytes as they are kept
  sha256     text not null,
  -- what a photo told of its place: none, removed, kept
  location   text not null check (location in ('none', 'removed', 'kept')),
  added_by   text not null,
  added_at   timestamptz not null,
  -- whether all its pieces are there
  whole      boolean not null default false,
  -- when it may be erased; null while its case decides
  erase_after timestamptz
);
create unique index attachment_once on attachment (form, sha256) where whole;
create index attachment_case on attachment (no) where no is not null;
create index attachment_waiting on attachment (erase_after) where no is null;

create table attachment_piece (
  id         uuid not null references attachment (id) on delete cascade,
  number     integer not null,
  content    bytea not null,
  primary key (id, number)
);
-- photos and archives are packed already
alter table attachment_piece alter column content set storage external;
