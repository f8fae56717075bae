-- What the sessions were drawn from, so that anybody can draw them again: codes of the counters, and half-days as "2026-12-01 am".
alter table onsite_plan add column counters text[] not null default '{}';
alter table onsite_plan add column half_days text[] not null default '{}';
