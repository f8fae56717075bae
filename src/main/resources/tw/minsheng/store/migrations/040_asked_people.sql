-- Who was asked after a case was closed, as keyed hashes: her contact is erased earlier than the wave ends.
create table asked_person (
  survey_no  integer not null references survey (no),
  wave       text not null,
  person     text not null,
  primary key (person, survey_no, wave)
);
insert into asked_person (survey_no, wave, person)
select distinct survey_no, wave, unnest(person) from contact where case_no <> 0;
