-- What was worked out when a case was closed; a case that is opened again and closed again has a second line.
create table case_closing (
  no         bigint not null,
  -- the event that closed it
  number     integer not null,
  -- times of the place, as the law counts
  closed_at  timestamp not null,
  due_at     timestamp not null,
  due_timed  boolean not null,
  on_time    text not null check (on_time in ('within_limit', 'within_extension', 'late')),
  used_working_days  bigint not null,
  used_calendar_days bigint not null,
  paused_days   bigint not null,
  extended_days bigint not null,
  -- version of the calendar by which it was counted
  calendar   text not null,
  -- the clock from which it was counted, so that an auditor can count again
  clock      jsonb not null,
  primary key (no, number),
  foreign key (no, number) references case_event (no, number)
);

create trigger case_closing_append_only before update or delete on case_closing
  for each row execute function case_event_is_append_only();
