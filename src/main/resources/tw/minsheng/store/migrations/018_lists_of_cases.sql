-- Lists by unit, by handler, and of cases that are over.
create index petition_case_unit_open on petition_case (unit, due_at) where ended_at = '9999-12-31';
create index petition_case_handler_open on petition_case (handler, due_at) where ended_at = '9999-12-31';
create index petition_case_over on petition_case (agency, state, due_at) where ended_at < '9999-12-31';
create index petition_case_unit_over on petition_case (unit, state, due_at) where ended_at < '9999-12-31';

-- Words in what was written. Most Chinese words have two letters: an index of three in a row (pg_trgm) does not find
-- them, and is not on every server.
create function text_pairs(content text) returns text[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg(distinct letter || following), '{}')
  from (
    select letter, lead(letter) over (order by place) as following
    from unnest(string_to_array(content, null)) with ordinality as letters (letter, place)) as pairs
  where following is not null
$$;
create index petition_case_text on petition_case using gin (text_pairs(text));
