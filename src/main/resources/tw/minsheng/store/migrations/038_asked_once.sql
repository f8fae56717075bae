-- Whose contact it is, as keyed hashes of her address and telephone number: one person is asked once.
alter table contact add column person text[] not null default '{}';
create index contact_person on contact using gin (person);

-- Whoever wants no more invitations. A keyed hash of an address or a telephone number, nothing that can be read.
create table no_survey (
  person     text primary key
);

-- asked: the person was asked about another case; unwilling: she wants no invitations.
alter table case_survey drop constraint case_survey_excluded_check;
alter table case_survey add constraint case_survey_excluded_check
  check (excluded in ('', 'own', 'locked', 'asked', 'unwilling'));

-- Whether a case was looked at for the survey after closing: the same as a row in case_survey, for an index that holds
-- only those that were not.
alter table petition_case add column surveyed boolean not null default false;
update petition_case c set surveyed = true where exists (select from case_survey s where s.no = c.no);
create index petition_case_to_ask on petition_case (ended_at, no)
  where not surveyed and state in ('closed', 'declined', 'transferred', 'follow_up', 'released');
