-- The read audit in a schema of its own (E13): a role that may only add, no change for anybody, and a chain of hashes over a gapless order.
create schema audit;
grant usage on schema audit to coordination_audit, coordination_worker, coordination_app;

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;

-- One row per request and territory; opening a record, and a refusal about somebody known, are rows of their own.
create table audit.reading (
    id            uuid primary key,
    read_at       timestamptz not null default clock_timestamp(),
    tenant_id     text not null,
    subject_id    text not null,
    activity      uuid not null,
    professional  uuid,
    role          text not null,
    organization  text not null,
    establishment text,
    action        text not null,
    operation     text not null,
    data_classes  text[] not null,
    basis         text[] not null,
    permitted     boolean not null,
    person_ids    uuid[] not null,
    shown         integer not null,
    client        text,
    trace_id      text
);
create index reading_tenant_at on audit.reading (tenant_id, read_at desc, id desc);
create index reading_persons on audit.reading using gin (person_ids);

-- What has no place in the chain yet; the order of its numbers becomes the order of the chain.
create table audit.pending (
    number     bigint generated always as identity primary key,
    reading_id uuid not null unique
);

-- Two that extend it at once collide on the position. No foreign key: a row that was taken away must be named, not prevented from being missed.
create table audit.chain (
    position   bigint primary key check (position > 0),
    reading_id uuid not null unique,
    hash       bytea not null check (octet_length(hash) = 32)
);

create table audit.verification (
    at       timestamptz primary key default clock_timestamp(),
    position bigint not null,
    hash     bytea,
    fault    text
);

create function audit.enqueue() returns trigger language plpgsql as $$
begin
    insert into audit.pending (reading_id) values (new.id);
    return null;
end $$;
create trigger reading_enqueue after insert on audit.reading for each row execute function audit.enqueue();
create trigger reading_no_change before update or delete or truncate on audit.reading for each statement execute function audit.refuse_change();
create trigger chain_no_change before update or delete or truncate on audit.chain for each statement execute function audit.refuse_change();

-- The rows of the table that this one replaces.
alter table read_audit no force row level security;
insert into audit.reading (id, read_at, tenant_id, subject_id, activity, role, organization, action, operation, data_classes, basis, permitted, person_ids, shown, trace_id)
select id, read_at, tenant_id, subject_id, '00000000-0000-0000-0000-000000000000', role, organization, action, operation, '{}', '{}', true, person_ids, cardinality(person_ids), trace_id
from read_audit order by read_at, id;
drop table read_audit;
drop function read_audit_is_append_only();

alter table audit.reading enable row level security;
alter table audit.reading force row level security;
create policy audit_adds on audit.reading for insert to coordination_audit with check (true);
create policy worker_reads on audit.reading for select to coordination_worker using (true);
create policy app_tenant_reads on audit.reading for select to coordination_app using (tenant_id = current_setting('app.territory', true));
grant insert on audit.reading to coordination_audit;
grant insert on audit.pending to coordination_audit;
grant select on audit.reading to coordination_worker, coordination_app;
grant select, delete on audit.pending to coordination_worker;
grant select, insert on audit.chain, audit.verification to coordination_worker;
grant select on audit.verification to coordination_app;
