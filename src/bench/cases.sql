-- One case is there; it is copied {cases} times: over five years, a twentieth of them in each agency, nearly all closed.
alter table petition_case disable trigger case_has_its_event;;
alter table case_event drop constraint case_event_no_fkey;;
drop index petition_case_text;;
insert into agency (key, parent, name)
select 'kcg-' || i, 'kcg', jsonb_build_object('zh-TW', '機關' || i, 'en', 'Agency ' || i) from generate_series(1, 19) as i;;
create temporary table model as select * from petition_case order by no limit 1;;
create temporary table made as
select 1000000000 + i as no, (i % 20) as agency, (i % 38) as district, (i % 7) as channel, i % 5 as type,
  now() - (i % 1826) * interval '1 day' - (i % 9) * interval '1 hour' as received_at,
  (i % 13) * interval '17 hours' as took, i % 100 < 3 and i % 1826 < 60 as open
from generate_series(1, {cases}) as i;;
insert into petition_case
select r.*
from made n cross join model m, lateral jsonb_populate_record(m, jsonb_build_object(
    'no', n.no, 'revision', 10, 'agency', case n.agency when 0 then 'kcg-pwb' else 'kcg-' || n.agency end,
    'unit', case n.agency when 0 then 'kcg-pwb' else 'kcg-' || n.agency end, 'handler', '',
    'state', case when n.open then 'in_progress' else 'closed' end,
    'type', (array['road-surface', 'street-light', 'building', 'planning', 'public-land'])[n.type + 1],
    'channel', (array['web', 'api', 'phone', 'counter', 'letter', 'mail', 'oral'])[n.channel + 1],
    'district', 'd' || n.district, 'received_at', n.received_at,
    'text', (array['路面坑洞', '路燈不亮', '違章建築', '都市計畫', '市有土地'])[n.type + 1] || '第' || n.no || '號，請派人處理'
      || case when n.no % 1000 = 0 then '，夜間噪音' else '' end,
    'due_at', date_trunc('day', n.received_at + interval '8 days'), 'due_timed', false,
    'ended_at', case when n.open then timestamp '9999-12-31' else n.received_at + n.took end,
    'code_hash', 'made-' || n.no)) as r;;
insert into case_contact (no, name, email, phone, helper) select no, '', '', '07-3368333', '' from made;;
insert into case_event (no, number, at, actor, agency, what, from_state, to_state, reason, told, visible, details)
select n.no, e, n.received_at + e * interval '1 hour', 'made', 'kcg-pwb', 'note', 'received', 'received', '', '', false,
  '{}'
from made n cross join generate_series(1, 10) as e;;
insert into case_closing (no, number, closed_at, due_at, due_timed, on_time, used_working_days, used_calendar_days,
  paused_days, extended_days, calendar, clock)
select n.no, 10, n.received_at + n.took, date_trunc('day', n.received_at + interval '8 days'), false, 'within_limit',
  extract(day from n.took), extract(day from n.took), 0, 0, 'made', m.clock
from made n cross join model m where not n.open;;
alter table case_event add constraint case_event_no_fkey foreign key (no) references petition_case (no);;
alter table petition_case enable trigger case_has_its_event;;
create index petition_case_text on petition_case using gin (text_pairs(text));;
analyze
