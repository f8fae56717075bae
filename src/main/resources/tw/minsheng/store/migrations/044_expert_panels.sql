-- 專家效度: rounds of an expert panel, with the items as they were when the round was opened.
create table panel_round (
  id         bigint generated always as identity primary key,
  survey     text not null,
  version    text not null,
  number     integer not null,
  asker      jsonb not null,
  items      jsonb not null,
  -- whether Lawshe's question is asked, too
  essential  boolean not null,
  actor      text not null,
  opened_at  timestamptz not null,
  closes_at  timestamptz not null,
  unique (survey, number)
);

create table panel_expert (
  id          bigint generated always as identity primary key,
  round       bigint not null references panel_round (id),
  name        text not null,
  affiliation text not null,
  -- '' when it was not given, and once the round has closed
  email       text not null,
  -- '' when the link was withdrawn
  token_hash  text not null,
  withdrawn   boolean not null default false,
  -- by id of the item
  ratings     jsonb not null default '{}',
  comment     text not null default '',
  finished_at timestamptz not null default '9999-12-31'
);
create index panel_expert_round on panel_expert (round, id);
create unique index panel_expert_token on panel_expert (token_hash) where token_hash <> '';
