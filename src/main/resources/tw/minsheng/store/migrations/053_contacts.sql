-- What staff wrote down of somebody who was drawn, in the classes of AAPOR; '' where nothing was. Whether she answered does not stand here.
alter table drawn_person add column ended text not null default ''
  check (ended in ('', 'P', 'R', 'NC', 'O', 'UH', 'UO', 'NE'));
alter table drawn_person add column ended_at timestamptz;
create index drawn_person_unit on drawn_person (survey_no, wave, unit);

-- What is left when those drawn are erased: how many ended how, of nobody; '' for those of whom nothing but an answer may be known.
create table sample_end (
  survey_no integer not null references survey (no),
  wave      text not null,
  code      text not null,
  n         bigint not null,
  primary key (survey_no, wave, code)
);
