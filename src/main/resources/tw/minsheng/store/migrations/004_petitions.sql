-- Last serial number of a 民國 year; a number that was taken and not used leaves a gap.
create table case_serial (
  year       integer primary key,
  last       integer not null
);

-- A case as it stands; every change of it adds a line to case_event in the same transaction.
create table petition_case (
  -- year * 10,000,000 + serial number, without the check digit
  no         bigint primary key,
  revision   integer not null,
  agency     text not null,
  unit       text not null,
  handler    text not null,
  state      text not null,
  kind       text not null,
  type       text not null,
  channel    text not null,
  district   text not null,
  address    text not null,
  latitude   double precision,
  longitude  double precision,
  text       text not null,
  confidential boolean not null,
  language   text not null,
  notice     text not null,
  received_at timestamptz not null,
  -- limit, receipts, pauses and extensions
  clock      jsonb not null,
  -- time of the place, as the law counts; a whole day unless timed
  due_at     timestamp not null,
  due_timed  boolean not null,
  reply      jsonb not null,
  outcome    text not null,
  -- time of the place, 9999-12-31 while it is open
  ended_at   timestamp not null,
  reopened   integer not null,
  -- the number of another case, with its check digit; '' when not merged
  parent     text not null,
  before     text not null,
  code_hash  text not null
);
create index petition_case_open on petition_case (agency, due_at) where ended_at = '9999-12-31';
create index petition_case_received on petition_case (agency, received_at);
create index petition_case_parent on petition_case (parent) where parent <> '';

-- Who can be reached how; erased alone.
create table case_contact (
  no         bigint primary key references petition_case (no),
  name       text not null,
  email      text not null,
  phone      text not null,
  helper     text not null
);

-- The history, append only. Nobody's address, no name of a citizen.
create table case_event (
  no         bigint not null references petition_case (no),
  number     integer not null,
  at         timestamptz not null,
  actor      text not null,
  agency     text not null,
  what       text not null,
  from_state text not null,
  to_state   text not null,
  reason     text not null,
  told       text not null,
  visible    boolean not null,
  details    jsonb not null,
  primary key (no, number)
);

create function case_event_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the history of a case is append only';
end $$;
create trigger case_event_append_only before update or delete on case_event
  for each row execute function case_event_is_append_only();

-- No state without the event that led to it: looked at when the transaction ends.
create function case_has_its_event() returns trigger language plpgsql as $$
begin
  if not exists (select from case_event e
                 where e.no = new.no and e.number = new.revision and e.to_state = new.state) then
    raise exception 'case % has no event for revision %', new.no, new.revision;
  end if;
  return null;
end $$;
create constraint trigger case_has_its_event after insert or update of state, revision on petition_case
  deferrable initially deferred for each row execute function case_has_its_event();

-- Makes sending a petition idempotent.
create table case_submission (
  key_hash   text primary key,
  body_mac   text not null,
  no         bigint not null
);
