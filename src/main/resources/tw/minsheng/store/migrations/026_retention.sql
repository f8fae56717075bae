-- By what an ended case may be erased (檔案法): its place in the archive, or the approval of its destruction.
create table case_filing (
  no         bigint primary key references petition_case (no),
  ground     text not null check (ground in ('archive', 'destruction')),
  reference  text not null,
  actor      text not null,
  at         timestamptz not null,
  -- when every word and name was erased
  erased_at  timestamptz
);
create index petition_case_ended on petition_case (agency, ended_at) where ended_at < '9999-12-31';

-- The history stays append only; within a transaction that erases, its words may go, and nothing else.
create or replace function case_event_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and current_setting('minsheng.erasing', true) = 'on' then
    if tg_table_name = 'case_event' then
      if (new.no, new.number, new.at, new.actor, new.agency, new.what, new.from_state, new.to_state, new.visible)
         = (old.no, old.number, old.at, old.actor, old.agency, old.what, old.from_state, old.to_state, old.visible) then
        return new;
      end if;
    elsif tg_table_name = 'case_closing' then
      if to_jsonb(new) - 'clock' = to_jsonb(old) - 'clock' then
        return new;
      end if;
    end if;
  end if;
  raise exception 'the history of a case is append only';
end $$;
