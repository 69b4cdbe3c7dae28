-- A database of its own (E12): wrapped keys, backed up apart and kept shortly, and the ledger of erasures.
create table subject_keys (
  tenant_id varchar(100) not null,
  subject_id uuid not null,
  wrapped bytea not null,
  kek_id varchar(100) not null,
  created_at timestamptz not null,
  primary key (tenant_id, subject_id)
);
create table erasure_ledger (
  tenant_id varchar(100) not null,
  subject_id uuid not null,
  erased_at timestamptz not null,
  primary key (tenant_id, subject_id)
);
grant select, insert, delete on subject_keys to coordination_worker;
grant select, insert on erasure_ledger to coordination_worker;
