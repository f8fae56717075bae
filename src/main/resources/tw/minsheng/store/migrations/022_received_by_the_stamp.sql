-- What staff keyed in later counts from its receiving stamp. The stamp is a time of the place; an installation elsewhere
-- than in Taiwan had no cases yet.
update petition_case set received_at = (clock -> 'receipts' -> 0 ->> 'at')::timestamp at time zone 'Asia/Taipei'
where channel not in ('web', 'api') and reopened = 0 and clock ->> 'merge' = 'NONE';
