-- The interface operator's list of messages that wait, last one first.
create index hl7_message_parked on hl7_message (received_at desc, id) where disposition = 'parked';
