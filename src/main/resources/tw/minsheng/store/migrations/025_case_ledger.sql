-- Figures count cases of years: those of one week are kept together as a row of numbers, so that a city is read in a second.
-- Nothing is told here that the cases do not tell.

-- A word of a field by which cases are counted, and its number there.
create table case_word (
  id         integer generated always as identity primary key,
  word       text not null unique
);

create table case_week (
  -- own, imported
  keeper     text not null,
  agency     text not null,
  -- key of the unit that holds own cases, '' of imported ones
  unit       text not null,
  -- Monday of the week of receipt, by UTC for own cases, by the foreign clock for imported ones
  week       date not null,
  -- last day on which one of them was open, by the clock of the place; infinity while one is
  until_day  date not null,
  -- records of one length, see CaseWeeks
  cases      bytea not null,
  primary key (keeper, agency, unit, week)
);
alter table case_week alter column cases set storage external;
create index case_week_agency on case_week (agency, week, until_day);
create index case_week_unit on case_week (unit, week, until_day);

-- Weeks in which a case has changed since they were put together: what stands in case_week is no longer read. Each change
-- writes its own line, so that whoever puts a week together takes away only the lines that she saw, and nobody waits.
create table case_week_changed (
  keeper     text not null,
  agency     text not null,
  unit       text not null,
  week       date not null
);
create index case_week_changed_week on case_week_changed (keeper, agency, unit, week);

create function own_case_changes() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into case_week_changed
    select distinct 'own', agency, unit, date_trunc('week', received_at at time zone 'UTC')::date from newer;
  elsif tg_op = 'DELETE' then
    insert into case_week_changed
    select distinct 'own', agency, unit, date_trunc('week', received_at at time zone 'UTC')::date from older;
  else
    insert into case_week_changed
    select 'own', agency, unit, date_trunc('week', received_at at time zone 'UTC')::date from older
    union
    select 'own', agency, unit, date_trunc('week', received_at at time zone 'UTC')::date from newer;
  end if;
  return null;
end $$;

create trigger case_week_added after insert on petition_case referencing new table as newer
  for each statement execute function own_case_changes();
create trigger case_week_changed after update on petition_case referencing new table as newer old table as older
  for each statement execute function own_case_changes();
create trigger case_week_removed after delete on petition_case referencing old table as older
  for each statement execute function own_case_changes();

create function imported_case_changes() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into case_week_changed
    select distinct 'imported', agency, '', date_trunc('week', received_at)::date from newer;
  elsif tg_op = 'DELETE' then
    insert into case_week_changed
    select distinct 'imported', agency, '', date_trunc('week', received_at)::date from older;
  else
    insert into case_week_changed
    select 'imported', agency, '', date_trunc('week', received_at)::date from older
    union
    select 'imported', agency, '', date_trunc('week', received_at)::date from newer;
  end if;
  return null;
end $$;

create trigger case_week_added after insert on imported_case referencing new table as newer
  for each statement execute function imported_case_changes();
create trigger case_week_changed after update on imported_case referencing new table as newer old table as older
  for each statement execute function imported_case_changes();
create trigger case_week_removed after delete on imported_case referencing old table as older
  for each statement execute function imported_case_changes();

insert into case_week_changed
select distinct 'own', agency, unit, date_trunc('week', received_at at time zone 'UTC')::date from petition_case
union all
select distinct 'imported', agency, '', date_trunc('week', received_at)::date from imported_case;
