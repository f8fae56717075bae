-- Imported cases whose words were erased and that were then taken out with their import: the same file, imported again, does
-- not bring the words back. Until they are taken out, their own row says it.
create table imported_case_erased (
  agency  text not null,
  number  text not null,
  primary key (agency, number)
);

-- What an import replaced may have run out when its case has not, or no longer holds words.
create index imported_case_former_run_out on imported_case_former (agency, type, coalesce(closed_at, received_at))
  where not erased and is_closed and (text <> '' or latitude is not null);
