-- A link of an establishment: who may send, and how it is read (E16). '*' accepts any sending application or facility: test links only.
create table interface_link (
    id                  text primary key,
    finess              text not null,
    sending_application text not null,
    sending_facility    text not null,
    mode                text not null check (mode in ('production', 'test')),
    check (mode = 'test' or (sending_application <> '*' and sending_facility <> '*'))
);

-- Every message received: a trace only, or a message applied, parked or quarantined (E14, E15). The body is sealed: with the person's
-- key when it is about a followed person, with the interface key in quarantine, absent otherwise.
create table hl7_message (
    id          uuid primary key,
    link_id     text not null references interface_link,
    sender      text not null,
    control_id  text not null,
    body_hmac   bytea not null,
    received_at timestamptz not null,
    trigger     text not null,
    disposition text not null check (disposition in ('trace', 'applied', 'parked', 'quarantined')),
    ack_code    text not null,
    ack         bytea not null,
    tenant_id   text,
    person_id   uuid,
    problem     text,
    body        bytea,
    expires_at  timestamptz not null,
    check ((disposition = 'trace') = (body is null)),
    check (disposition not in ('applied', 'parked') or (tenant_id is not null and person_id is not null))
);
-- A quarantined message that could not even be told by its control id has an empty one and is never a duplicate.
create unique index hl7_message_once on hl7_message (link_id, sender, control_id) where control_id <> '';
create index hl7_message_expires on hl7_message (expires_at);
create index hl7_message_quarantine on hl7_message (received_at desc, id) where disposition = 'quarantined';

-- No tenant may read it: interfaces run as the worker.
alter table hl7_message enable row level security;
alter table hl7_message force row level security;
create policy worker_all on hl7_message to coordination_worker using (true) with check (true);
grant select, insert, update, delete on interface_link to coordination_worker;
grant select, insert, update, delete on hl7_message to coordination_worker;
