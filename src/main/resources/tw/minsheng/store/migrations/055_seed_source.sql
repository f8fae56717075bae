-- Where the seed of a draw came from; of older draws nobody wrote it down.
alter table sample_draw add column seed_source text not null default 'unknown'
  check (seed_source in ('typed', 'made', 'unknown'));
