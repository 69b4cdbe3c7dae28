-- Identity traits, sealed with the key of their person, and the blind indexes that find a person by an exact key.
create table subject_vault (
  tenant_id varchar(100) not null check (tenant_id <> ''),
  subject_id uuid not null,
  sealed bytea not null,
  version bigint not null default 1,
  primary key (tenant_id, subject_id)
);
create table subject_blind_index (
  tenant_id varchar(100) not null check (tenant_id <> ''),
  kind varchar(100) not null,
  hmac bytea not null,
  subject_id uuid not null,
  primary key (tenant_id, kind, hmac, subject_id)
);
create index subject_blind_index_exact on subject_blind_index (kind, hmac);
create index subject_blind_index_subject on subject_blind_index (tenant_id, subject_id);
select protect_tenant_table(t) from unnest(array['subject_vault', 'subject_blind_index']) t;
