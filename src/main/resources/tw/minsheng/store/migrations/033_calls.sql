-- Whether the answer of this invitation is being keyed in on the telephone.
alter table invitation add column by_phone boolean not null default false;

-- Who is to be called, and who holds a number for some minutes; goes with its contact.
create table contact_call (
  contact    bigint primary key references contact (id) on delete cascade,
  -- account name of who holds it, '' for nobody
  caller     text not null,
  held_until timestamptz not null,
  -- not called again before
  next_at    timestamptz not null,
  tries      integer not null,
  -- nobody calls any longer
  done       boolean not null
);
