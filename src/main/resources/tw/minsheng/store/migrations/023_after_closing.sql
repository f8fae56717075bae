-- The survey after a case was closed: one contact a case, so one person may be asked about two cases.
alter table contact add column case_no bigint not null default 0;
alter table contact drop constraint contact_survey_no_wave_email_phone_key;
alter table contact add constraint contact_once unique (survey_no, wave, case_no, email, phone);
create unique index contact_case on contact (case_no) where case_no <> 0;

-- Every closed case that was looked at, once for ever: whether it was drawn, or why it was left out. No answer.
create table case_survey (
  no         bigint primary key references petition_case (no),
  survey_no  integer not null references survey (no),
  wave       text not null,
  agency     text not null,
  -- agency/type/closure result
  stratum    text not null,
  -- own: opened by whoever handled it; locked: tells of violence; '' when nothing speaks against it
  excluded   text not null check (excluded in ('', 'own', 'locked')),
  drawn      boolean not null,
  -- whether there was anything by which the petitioner could be asked
  reachable  boolean not null
);
create index case_survey_wave on case_survey (survey_no, wave, stratum);

-- Whoever was not satisfied and said that we may look at the case again. The other answers are not here.
create table case_wish (
  no         bigint primary key references petition_case (no),
  wish       text not null check (wish in ('reopen', 'check')),
  -- what came of it: reopened, check, or the code of what kept it from being done; '' while nobody has looked
  handled    text not null default ''
);
create index case_wish_open on case_wish (no) where handled = '';

-- Calls to those who are asked by telephone, append only.
create table call_result (
  id         bigint generated always as identity primary key,
  invitation bigint not null,
  survey_no  integer not null,
  wave       text not null,
  actor      text not null,
  day        date not null,
  code       text not null check (code in ('complete', 'refused', 'no_contact', 'ineligible', 'call_back'))
);
create index call_result_invitation on call_result (invitation);

-- What is left of invitations when contacts are erased: figures by stratum, of nobody.
create table invitation_total (
  survey_no  integer not null references survey (no),
  wave       text not null,
  stratum    text not null,
  contacts   bigint not null,
  mailed     bigint not null,
  bounced    bigint not null,
  silent     bigint not null,
  reminded   bigint not null,
  started    bigint not null,
  answered   bigint not null,
  reached    bigint not null,
  primary key (survey_no, wave, stratum)
);
