-- What petitioners are told: written in the transaction of the act that causes it, then sent, or delivered by hand.
create table notice (
  id         bigint generated always as identity primary key,
  no         bigint not null references petition_case (no),
  -- number of the event that caused it
  cause      text not null,
  kind       text not null,
  channel    text not null check (channel in ('mail', 'sms', 'by_hand')),
  -- e-mail address or telephone number; erased with the contact
  address    text not null,
  language   text not null,
  facts      jsonb not null,
  state      text not null check (state in ('waiting', 'sending', 'sent', 'failed', 'by_hand', 'void')),
  made_at    timestamptz not null,
  -- when it may be tried, and while it is sent, until when nobody else takes it
  next_at    timestamptz not null default now(),
  tries      integer not null default 0,
  lease      text not null default '',
  -- why it was not sent, in the words of the other side
  trouble    text not null default '',
  -- how it was delivered in the end: mail, sms, letter, phone, counter
  way        text not null default '',
  sent_at    timestamptz,
  -- account name, '' for the program
  sent_by    text not null default '',
  reference  text not null default '',
  -- what was said, without links and codes that open something
  subject    text not null default '',
  text       text not null default '',
  unique (no, cause, channel)
);
create index notice_next on notice (next_at, id) where state in ('waiting', 'sending');
create index notice_owed on notice (no) where state in ('failed', 'by_hand', 'waiting');
