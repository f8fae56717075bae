-- Cases that staff showed to the public, in words of their own (公開案件). Withdrawn ones are deleted; the history tells of both.
create table case_publication (
  no         bigint primary key references petition_case (no),
  summary    text not null,
  actor      text not null,
  at         timestamptz not null
);
create index case_publication_newest on case_publication (at desc, no);
