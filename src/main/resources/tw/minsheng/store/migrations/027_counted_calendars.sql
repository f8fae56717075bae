-- By which calendars and closures all open cases were last counted, so that a start alone moves no due date.
create table office_calendar_counted (
  one        boolean primary key check (one),
  mark       text not null
);
