-- On-site sampling: the session (half-day of a counter) in which the slip of an answer was handed out; of whoever got it nothing.
alter table response add column psu text not null default '';
create index response_psu on response (survey_no, wave, psu) where psu <> '';

-- One draw a wave, with what is needed to draw it again: the seed stood here before the sessions did.
create table onsite_plan (
  survey_no  integer not null references survey (no),
  wave       text not null,
  first_day  date not null,
  last_day   date not null,
  every      integer not null check (every >= 1),
  seed       bigint not null,
  frame_hash text not null,
  drawn_hash text not null,
  actor      text not null,
  at         timestamptz not null,
  primary key (survey_no, wave)
);

create table onsite_session (
  survey_no   integer not null,
  wave        text not null,
  no          integer not null,
  counter     text not null,
  day         date not null,
  half        text not null check (half in ('am', 'pm')),
  start       integer not null check (start >= 1),
  probability double precision not null check (probability > 0 and probability <= 1),
  passed      integer check (passed >= 0),
  approached  integer check (approached >= 0),
  refused     integer check (refused >= 0),
  ineligible  integer check (ineligible >= 0),
  primary key (survey_no, wave, no),
  foreign key (survey_no, wave) references onsite_plan
);
