-- What a sample was drawn from: facts of the file, nothing of its rows.
create table sample_frame (
  survey_no integer not null references survey (no),
  wave      text not null,
  no        integer not null,
  name      text not null,
  file      text not null,
  as_of     date not null,
  bytes     bigint not null,
  units     bigint not null,
  columns   text[] not null,
  id_column text not null,
  sha256    text not null,
  actor     text not null,
  at        timestamptz not null,
  primary key (survey_no, wave, no)
);

-- Every draw, also one that was taken back, with what is needed to draw it again.
create table sample_draw (
  survey_no integer not null,
  wave      text not null,
  no        integer not null,
  frame     integer not null,
  design    text not null check (design in ('srs', 'systematic', 'stratified', 'pps', 'cluster')),
  share     text not null,
  size      integer not null check (size >= 1),
  least     bigint not null check (least >= 0),
  seed      bigint not null,
  grouping  text not null,
  measure   text not null,
  units     integer not null,
  sha256    text not null,
  -- the file audit.json
  record    text not null,
  drawn_on  date not null,
  actor     text not null,
  at        timestamptz not null,
  state     text not null check (state in ('drawn', 'invited', 'discarded')),
  reason    text not null default '',
  primary key (survey_no, wave, no),
  foreign key (survey_no, wave, frame) references sample_frame
);
-- One draw a wave stands: whoever could draw again in silence could choose.
create unique index sample_draw_stands on sample_draw (survey_no, wave) where state <> 'discarded';

-- What an answer of each stratum or drawn cluster stands for; of nobody.
create table sample_group (
  survey_no integer not null,
  wave      text not null,
  draw      integer not null,
  no        integer not null,
  name      text not null,
  size      bigint not null,
  drawn     bigint not null,
  -- 0 where units of the group have weights of their own
  weight    double precision not null check (weight >= 0),
  whole     boolean not null,
  primary key (survey_no, wave, draw, no),
  foreign key (survey_no, wave, draw) references sample_draw
);

-- Who was drawn, until 30 days after the wave.
create table drawn_person (
  survey_no integer not null,
  wave      text not null,
  draw      integer not null,
  no        integer not null,
  unit      text not null,
  grouped   text not null,
  weight    double precision not null,
  name      text not null,
  email     text not null,
  phone     text not null,
  language  text not null,
  primary key (survey_no, wave, draw, no),
  foreign key (survey_no, wave, draw) references sample_draw
);
