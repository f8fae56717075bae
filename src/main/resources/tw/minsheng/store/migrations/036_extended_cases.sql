-- Figures tell cases closed within their limit from those closed within an extension, and count a case that was closed on the day
-- of its receipt, where only the day is known: every week is put together again, by records that hold this.
delete from case_week;
delete from case_week_changed;
delete from case_word;
insert into case_week_changed
select distinct 'own', agency, unit, date_trunc('week', received_at at time zone 'UTC')::date from petition_case
union all
select distinct 'imported', agency, '', date_trunc('week', received_at)::date from imported_case;

-- Which words a week has, so that a word goes with the last case that has it.
alter table case_week add column words integer[] not null;
create index case_week_words on case_week using gin (words);
