-- What people decided about items, and why: added, never changed; the newest of an item, basis and stand counts.
create table item_decision (
  id         bigint generated always as identity primary key,
  survey     text not null,
  version    text not null,
  basis      text not null check (basis in ('panel', 'analysis')),
  -- the round of the panel or the code of the wave, '' for all waves
  stand      text not null,
  item       text not null,
  proposal   text not null,
  rules      text[] not null,
  choice     text not null check (choice in ('keep', 'revise', 'delete')),
  reason     text not null check (reason <> ''),
  actor      text not null,
  at         timestamptz not null
);
create index item_decision_survey on item_decision (survey, id desc);

create function item_decision_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'decisions are append only';
end $$;
create trigger item_decision_append_only before update or delete on item_decision
  for each row execute function item_decision_is_append_only();
