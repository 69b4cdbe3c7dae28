-- Who read which persons (E13): inserted before the answer leaves, never changed. An establishment reads persons of a DAC, so the row of
-- the DAC's tenant is written by the worker; no tenant reads the table yet.
create table read_audit (
    id           uuid primary key,
    read_at      timestamptz not null,
    tenant_id    text not null,
    subject_id   text not null,
    role         text not null,
    organization text not null,
    action       text not null,
    operation    text not null,
    person_ids   uuid[] not null,
    trace_id     text
);
create index read_audit_tenant_at on read_audit (tenant_id, read_at);

create function read_audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'read_audit is append-only';
end $$;
create trigger read_audit_no_change before update or delete or truncate on read_audit
    for each statement execute function read_audit_is_append_only();

alter table read_audit enable row level security;
alter table read_audit force row level security;
create policy worker_all on read_audit to coordination_worker using (true) with check (true);
grant select, insert on read_audit to coordination_worker;
