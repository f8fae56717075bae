-- What is left of the answers of a wave when their months of retention have run out: how many there were.
create table answer_erasure (
  id         bigint generated always as identity primary key,
  survey_no  integer not null references survey (no),
  data_set   text not null,
  wave       text not null,
  erased_at  timestamptz not null,
  n          bigint not null
);
create index answer_erasure_survey on answer_erasure (survey_no, erased_at);
