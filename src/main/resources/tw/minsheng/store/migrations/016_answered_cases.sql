-- Answered cases are drawn by the day of their answer.
create index petition_case_answered on petition_case (ended_at) where state in ('closed', 'follow_up', 'released');
