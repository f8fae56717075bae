-- 答復範本: words of answers that are given again and again.
create table reply_template (
  id         bigint generated always as identity primary key,
  agency     text not null,
  -- '' for every type
  type       text not null,
  name       text not null,
  reply      jsonb not null
);
create index reply_template_agency on reply_template (agency, name);
