-- Calendars by which due dates were counted; a row is never changed, so that an old due date can be explained by its
-- version (case_closing.calendar, and the events of a recount).
create table office_calendar (
  id         bigint generated always as identity primary key,
  version    text not null,
  covers_from  date not null,
  covers_until date not null,
  -- days that differ from the weekday: date, off, name
  days       jsonb not null,
  source     text not null,
  -- false for one that came with the product, or follows from it
  imported   boolean not null,
  actor      text not null,
  at         timestamptz not null
);
create index office_calendar_version on office_calendar (version);

-- 颱風停班: by district, or for the whole city ('')
create table office_closure (
  id         bigint generated always as identity primary key,
  district   text not null,
  day        date not null,
  part       text not null check (part in ('morning', 'afternoon', 'day')),
  name       text not null,
  actor      text not null,
  at         timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by text
);
create unique index office_closure_holds on office_closure (district, day, part) where withdrawn_at is null;
