-- How many cases are merged into this one and wait for its answer. The clock cannot tell: a second reply has a new one.
alter table petition_case add column merged integer not null default 0;
update petition_case p set merged = g.n
from (
  select split_part(parent, '-', 1)::bigint * 10000000 + split_part(parent, '-', 2)::bigint as no, count(*) as n
  from petition_case where state = 'merged' and parent ~ '^[0-9]+-[0-9]+-' group by 1
) g
where p.no = g.no;
