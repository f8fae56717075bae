-- Imported cases that have run out and still hold words are counted and erased by an index, among millions that do not.
create index imported_case_run_out on imported_case (agency, type, coalesce(closed_at, received_at))
  where not erased and is_closed and (text <> '' or latitude is not null);

-- Weeks are put together again only when something changes that is counted: not when words and points are erased.
create or replace function imported_case_changes() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into case_week_changed
    select distinct 'imported', agency, '', date_trunc('week', received_at)::date from newer;
  elsif tg_op = 'DELETE' then
    insert into case_week_changed
    select distinct 'imported', agency, '', date_trunc('week', received_at)::date from older;
  else
    insert into case_week_changed
    select distinct 'imported', c.agency, '', date_trunc('week', c.received_at)::date
    from (
      (select agency, number, received_at, due_at, due_day, closed_at, closed_day, type, channel, unit, district, status,
         is_closed from older
       except select agency, number, received_at, due_at, due_day, closed_at, closed_day, type, channel, unit, district, status,
         is_closed from newer)
      union all
      (select agency, number, received_at, due_at, due_day, closed_at, closed_day, type, channel, unit, district, status,
         is_closed from newer
       except select agency, number, received_at, due_at, due_day, closed_at, closed_day, type, channel, unit, district, status,
         is_closed from older)) c;
  end if;
  return null;
end $$;
