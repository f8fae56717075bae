-- Words and place of an imported case that has run out are erased, and no later import of the same file brings them back.
alter table imported_case add column erased boolean not null default false;
alter table imported_case_former add column erased boolean not null default false;
