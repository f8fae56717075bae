-- Reminders look at the open cases in the order of their numbers, past all that were closed.
create index petition_case_open_number on petition_case (no) where ended_at = '9999-12-31';
