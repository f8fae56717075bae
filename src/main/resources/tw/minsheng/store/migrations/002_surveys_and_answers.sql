create table survey (
  no         integer generated always as identity primary key,
  id         text not null unique,
  agency     text not null
);

-- What was asked, never changed: an answer points here for survey, version, hash and notice.
-- A draft survey may have many contents under one version; a published version has exactly one.
create table survey_version (
  no             integer generated always as identity primary key,
  survey_no      integer not null references survey (no),
  version        text not null,
  hash           text not null,
  published      boolean not null,
  definition     text not null,
  -- contents of the population files that it names, by name
  files          jsonb not null,
  known_at       timestamptz not null,
  unique (survey_no, version, hash, published)
);
create unique index survey_version_published on survey_version (survey_no, version) where published;

create function survey_version_is_immutable() returns trigger language plpgsql as $$
begin
  raise exception 'a survey version is immutable';
end $$;
create trigger survey_version_immutable before update on survey_version
  for each row execute function survey_version_is_immutable();

create table wave (
  survey_no  integer not null references survey (no),
  data_set   text not null check (data_set in ('live', 'test', 'demo')),
  code       text not null,
  version_no integer not null references survey_version (no),
  opens_at   timestamptz not null,
  closes_at  timestamptz not null,
  open       boolean not null,
  primary key (survey_no, data_set, code)
);
create unique index wave_one_open on wave (survey_no, data_set) where open;

-- Typed and not yet sent. Only hashes of the two keys; deleted when finished.
create table draft (
  code_hash  text primary key,
  form_hash  text not null unique,
  version_no integer not null references survey_version (no),
  data_set   text not null,
  wave       text not null,
  language   text not null,
  revision   integer not null,
  parts      jsonb not null
);

-- Makes finishing idempotent. Knows nothing of the answer.
create table submission (
  key_hash   text primary key,
  body_mac   text not null,
  receipt    text not null,
  outcome    text not null,
  survey_no  integer not null references survey (no),
  data_set   text not null,
  wave       text not null
);

create table quota_count (
  survey_no  integer not null references survey (no),
  data_set   text not null,
  wave       text not null,
  quota      text not null,
  n          integer not null default 0,
  primary key (survey_no, data_set, wave, quota)
);

-- One partition a survey, made when its first version becomes known. No key, no address, no time of day.
create table response (
  id         uuid not null default gen_random_uuid(),
  survey_no  integer not null,
  version_no integer not null,
  data_set   text not null,
  wave       text not null,
  source     text not null,
  mode       text not null,
  display    text not null,
  language   text not null,
  outcome    text not null,
  day        date not null,
  seconds    jsonb not null,
  -- the truth
  answers    jsonb not null,
  -- the analysis copy, in the order of the version's variables
  codes      smallint[] not null,
  primary key (survey_no, id)
) partition by list (survey_no);
