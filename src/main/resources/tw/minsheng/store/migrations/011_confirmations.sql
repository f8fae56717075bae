-- How a petitioner shows that she sent a case. Link and code follow from the seed under the server's secret.
create table case_confirmation (
  no     bigint primary key references petition_case (no),
  way    text not null check (way in ('mail', 'phone')),
  seed   text not null,
  -- hash of the token in the link, '' for a code
  proof  text not null,
  -- how often a code was typed
  tries  integer not null default 0
);
create unique index case_confirmation_proof on case_confirmation (proof) where proof <> '';
create index petition_case_unconfirmed on petition_case (no) where state = 'unconfirmed';
