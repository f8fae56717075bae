-- Cases of one type and time, among which duplicates are looked for.
create index petition_case_type_received on petition_case (type, received_at);
