-- Who has finished although there is a case that she could not read; nothing is taken from her any longer.
create table coding_finish (
  round bigint not null references coding_round (id),
  coder text not null,
  at    timestamptz not null,
  primary key (round, coder)
);
