-- How long a territory keeps what it knows of a person; a territory without a row keeps as the program says.
create table retention_rule (
    tenant_id      varchar(100) primary key check (tenant_id <> ''),
    active_months  integer not null check (active_months between 1 and 600),
    archive_months integer check (archive_months between 1 and 600),
    duty_months    integer not null default 0 check (duty_months between 0 and 600)
);
select protect_tenant_table('retention_rule');

-- Erasures that were decided: without an end until the event is written, so that an interrupted one is taken up again.
create table erasure (
    tenant_id    varchar(100) not null check (tenant_id <> ''),
    person_id    uuid not null,
    reason       text not null,
    decided_by   text not null,
    override     text,
    decided_at   timestamptz not null,
    finished_at  timestamptz,
    primary key (tenant_id, person_id)
);
create index erasure_unfinished on erasure (decided_at) where finished_at is null;
select protect_tenant_table('erasure');

-- One run of the retention rules a day in the whole cluster.
create table retention_run (
    day         date primary key,
    claimed_at  timestamptz not null,
    finished_at timestamptz
);
grant select, insert, update on retention_run to coordination_worker;

-- Addresses of exports: each opens once, for the one who asked, for a short time. Only the hash of the address is kept.
create table person_export (
    ticket_hash bytea primary key,
    tenant_id   varchar(100) not null check (tenant_id <> ''),
    person_id   uuid not null,
    subject_id  text not null,
    format      text not null,
    expires_at  timestamptz not null
);
select protect_tenant_table('person_export');
