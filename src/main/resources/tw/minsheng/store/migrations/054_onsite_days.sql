-- From which days the half-days of a plan were taken: the office calendar, days closed and opened by hand; and where the seed came from.
alter table onsite_plan add column calendar text not null default '';
alter table onsite_plan add column closed date[] not null default '{}';
alter table onsite_plan add column opened date[] not null default '{}';
alter table onsite_plan add column seed_source text not null default 'unknown'
  check (seed_source in ('typed', 'made', 'unknown'));
