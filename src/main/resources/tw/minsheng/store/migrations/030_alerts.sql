-- Where the reminders of due dates go; whoever is not here gets none.
create table alert_address (
  account    text primary key references account (name),
  email      text not null,
  language   text not null
);

-- Each step of a due date that was told, or noted, once for ever.
create table case_alert (
  no         bigint not null references petition_case (no),
  step       text not null,
  -- ISO, as in events
  due        text not null,
  at         timestamptz not null,
  primary key (no, step, due)
);

create table alert_mail (
  id         bigint generated always as identity primary key,
  account    text not null,
  address    text not null,
  language   text not null,
  facts      jsonb not null,
  state      text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed')),
  tries      integer not null default 0,
  next_at    timestamptz not null default now(),
  lease      text not null default '',
  reference  text not null default '',
  trouble    text not null default ''
);
create index alert_mail_waiting on alert_mail (next_at) where state in ('waiting', 'sending');

-- What each account is told, and by which mail; 0 while it waits for one.
create table alert_line (
  id         bigint generated always as identity primary key,
  account    text not null references account (name),
  no         bigint not null references petition_case (no),
  step       text not null,
  due_at     timestamp not null,
  due_timed  boolean not null,
  mail       bigint not null default 0
);
create index alert_line_waiting on alert_line (account, id) where mail = 0;
