-- The mail that brings an expert her link. The seed, from which the link follows under the secret of the server, is gone once it was sent.
create table panel_mail (
  id         bigint generated always as identity primary key,
  expert     bigint not null references panel_expert (id),
  seed       text not null,
  facts      jsonb not null,
  state      text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'void')),
  tries      integer not null default 0,
  next_at    timestamptz not null default now(),
  lease      text not null default '',
  trouble    text not null default ''
);
create index panel_mail_expert on panel_mail (expert, id desc);
create index panel_mail_waiting on panel_mail (next_at) where state in ('waiting', 'sending');
