-- What was brought in from another system, and by whom; undone imports stay listed.
create table case_import (
  id         bigint generated always as identity primary key,
  agency     text not null,
  file       text not null,
  actor      text not null,
  at         timestamptz not null,
  added      bigint not null default 0,
  changed    bigint not null default 0,
  unchanged  bigint not null default 0,
  undone_at  timestamptz
);

-- Cases of other systems, as their files say; times are those of the foreign wall clock, without a zone.
create table imported_case (
  agency      text not null,
  number      text not null,
  import_id   bigint not null references case_import (id),
  received_at timestamp not null,
  received_day boolean not null,
  due_at      timestamp,
  due_day     boolean not null,
  closed_at   timestamp,
  closed_day  boolean not null,
  type        text not null,
  channel     text not null,
  unit        text not null,
  district    text not null,
  status      text not null,
  is_closed   boolean not null,
  latitude    double precision,
  longitude   double precision,
  text        text not null,
  primary key (agency, number)
);
create index imported_case_import on imported_case (import_id);

-- What an import replaced, so that it can be undone.
create table imported_case_former (
  replaced_by bigint not null references case_import (id),
  like imported_case,
  primary key (replaced_by, agency, number)
);
create index imported_case_former_import on imported_case_former (import_id);
