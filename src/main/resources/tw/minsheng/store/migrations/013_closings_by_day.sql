-- The control office counts what was closed within a period.
create index case_closing_closed on case_closing (closed_at);
