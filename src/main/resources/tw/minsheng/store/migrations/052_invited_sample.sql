-- The invitation of somebody who was drawn; gone when contacts are erased before.
alter table drawn_person add column contact bigint references contact (id) on delete set null;
create index drawn_person_contact on drawn_person (contact) where contact is not null;
