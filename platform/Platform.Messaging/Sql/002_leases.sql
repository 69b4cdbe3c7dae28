-- The leases of nodes that are gone are looked for every second, whatever waits for a later time.
create index wolverine_incoming_leased on wolverine_incoming_envelopes (owner_node) where lease_until is not null;
