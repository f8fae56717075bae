-- What each unit owes: for lists of duties, and for boards that read them.
create view case_duty as
-- the answer itself
select c.agency, c.unit, c.no, 'answer'::text as duty, c.due_at, c.due_timed
from petition_case c where c.ended_at = '9999-12-31' and c.state <> 'unconfirmed'
union all
-- from its due date on, an overdue notice with its three parts, once after each opening
select c.agency, c.unit, c.no, 'overdue_notice', c.due_at, c.due_timed
from petition_case c
where c.ended_at = '9999-12-31' and c.state <> 'unconfirmed' and not exists (
  select from case_event e where e.no = c.no and e.what = 'overdue' and not exists (
    select from case_event r where r.no = c.no and r.what = 'reopen' and r.number > e.number))
union all
-- a notice that nobody has delivered, of an extension above all: due at once
select c.agency, c.unit, c.no, case when n.kind = 'extend' then 'extension_notice' else 'notice' end,
  timestamp '-infinity', true
from notice n join petition_case c on c.no = n.no where n.state in ('failed', 'by_hand')
union all
-- what was promised and is watched until it is released
select c.agency, c.unit, c.no, 'follow_up', timestamp 'infinity', true
from petition_case c where c.state = 'follow_up'
union all
-- the petitioner said after closing that we may look at it again, and nobody has
select c.agency, c.unit, c.no, 'wish', timestamp 'infinity', true
from case_wish w join petition_case c on c.no = w.no where w.handled = '';
