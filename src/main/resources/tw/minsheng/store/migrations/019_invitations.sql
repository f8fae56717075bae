-- Who can be reached how, for sending and for nothing else.
create table contact (
  id         bigint generated always as identity primary key,
  survey_no  integer not null references survey (no),
  wave       text not null,
  name       text not null,
  -- '' where there is none
  email      text not null,
  phone      text not null,
  language   text not null,
  unique (survey_no, wave, email, phone)
);

-- One answer each. Knows no answer, and neither day nor time of answering.
create table invitation (
  id         bigint generated always as identity primary key,
  contact    bigint not null unique references contact (id) on delete cascade,
  survey_no  integer not null,
  wave       text not null,
  stratum    text not null,
  token_hash text not null unique,
  -- from which the token follows under the secret of the server; erased when it is spent
  seed       text not null,
  state      text not null check (state in ('open', 'started', 'spent')),
  -- no answer is taken after it; infinity until the first mail is ordered
  expires_at timestamptz not null
);
create index invitation_of_wave on invitation (survey_no, wave);

-- Mails of invitations: the invitation itself, and one reminder.
create table invitation_mail (
  id         bigint generated always as identity primary key,
  -- not its invitation: that row is deleted and written anew, so that it tells no order
  contact    bigint not null references contact (id) on delete cascade,
  kind       text not null check (kind in ('invite', 'remind')),
  channel    text not null check (channel in ('mail', 'sms')),
  facts      jsonb not null,
  state      text not null check (state in ('waiting', 'sending', 'sent', 'failed', 'void')),
  next_at    timestamptz not null,
  tries      integer not null default 0,
  lease      text not null default '',
  -- why it was not sent, in the words of the other side
  trouble    text not null default '',
  reference  text not null default '',
  unique (contact, kind)
);
create index invitation_mail_next on invitation_mail (next_at, id) where state in ('waiting', 'sending');

-- Finished answers of invited people until enough of one stratum wait: a release moves them in random order.
create table pending (
  id         uuid not null default gen_random_uuid() primary key,
  survey_no  integer not null,
  version_no integer not null,
  data_set   text not null,
  wave       text not null,
  stratum    text not null,
  source     text not null,
  mode       text not null,
  display    text not null,
  language   text not null,
  outcome    text not null,
  day        date not null,
  seconds    jsonb not null,
  answers    jsonb not null,
  codes      smallint[] not null
);

-- Stratum of the sample from which an invited person was drawn.
alter table response add column stratum text not null default '';
