-- Where a case came from: an item of a meeting, or a matter that was answered before (再陳情).
alter table petition_case
  add column meeting     text not null default '',
  -- ISO, '' when it is of no meeting
  add column meeting_day text not null default '',
  -- the number of another case, with its check digit; as the petitioner says
  add column former      text not null default '',
  -- 家庭暴力、性侵害: never shown to the public
  add column locked      boolean not null default false;
create index petition_case_meeting on petition_case (meeting, meeting_day) where meeting <> '';
create index petition_case_former on petition_case (former) where former <> '';
