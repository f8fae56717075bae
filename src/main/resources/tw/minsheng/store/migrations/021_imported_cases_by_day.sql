-- Figures count cases by the day of their receipt.
create index imported_case_received on imported_case (agency, received_at);
