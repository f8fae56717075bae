-- Samples of cases that several people put into themes, each without seeing the choices of the others.
create table coding_round (
  id         bigint generated always as identity primary key,
  agency     text not null,
  name       text not null,
  themes     text[] not null,
  coders     text[] not null,
  seed       bigint not null,
  from_day   date not null,
  until_day  date not null,
  population integer not null,
  actor      text not null,
  at         timestamptz not null,
  -- by number
  cases      bigint[] not null
);
create index coding_round_agency on coding_round (agency, id desc);
create index coding_round_coders on coding_round using gin (coders);

create table coding_code (
  round      bigint not null references coding_round (id),
  no         bigint not null references petition_case (no),
  coder      text not null,
  -- place in the list of themes, from 0
  theme      integer not null,
  primary key (round, coder, no)
);
