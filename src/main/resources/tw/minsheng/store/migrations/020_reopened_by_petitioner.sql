-- Her own right to a second answer is not used up when the agency reopens a case by itself.
alter table petition_case add column reopened_self integer not null default 0;
update petition_case c set reopened_self = e.n
from (
  select no, count(*) as n from case_event where what = 'reopen' and details ->> 'by_petitioner' = 'true' group by no
) e
where e.no = c.no and c.reopened > 0;
