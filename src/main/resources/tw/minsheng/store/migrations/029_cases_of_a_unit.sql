-- A head of a unit asks for what her unit received within a period, whichever agency it belongs to.
create index petition_case_unit_received on petition_case (unit, received_at);
