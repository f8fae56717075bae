-- Nobody searches these columns by value, but ANALYZE sorted thousands of documents a minute for them: while many
-- answered, that was a third of what the database did. Keys have a unique index, which tells the planner enough.
alter table draft
  alter column code_hash set statistics 0,
  alter column form_hash set statistics 0,
  alter column parts set statistics 0;
alter table submission
  alter column key_hash set statistics 0,
  alter column body_mac set statistics 0,
  alter column receipt set statistics 0;
alter table petition_case
  alter column clock set statistics 0,
  alter column reply set statistics 0;
alter table case_event alter column details set statistics 0;

-- One partition a survey. What is set for the whole table does not reach a new partition by itself.
create function set_response_statistics(partition regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s
    alter column id set statistics 0,
    alter column seconds set statistics 0,
    alter column answers set statistics 0,
    alter column codes set statistics 0', partition);
end $$;

create function add_response_partition(survey_no integer) returns void language plpgsql as $$
declare
  name text := 'response_' || survey_no;
begin
  execute format('create table %I partition of response for values in (%s)', name, survey_no);
  perform set_response_statistics(name::regclass);
end $$;

select set_response_statistics(inhrelid::regclass) from pg_inherits where inhparent = 'response'::regclass;
