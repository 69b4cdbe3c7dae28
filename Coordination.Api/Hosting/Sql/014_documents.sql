-- Contents of documents, outside the log: sealed with the key of the person, so that dropping the key makes them unreadable.
create table document_content (
    tenant_id   varchar(100) not null check (tenant_id <> ''),
    document_id uuid not null,
    person_id   uuid not null,
    sealed      bytea not null,
    primary key (tenant_id, document_id)
);
alter table document_content alter column sealed set storage external;
create index document_content_person on document_content (tenant_id, person_id);
select protect_tenant_table('document_content');

-- Who opened a document, first and last: whoever read a version may read it after it was replaced.
create table document_read (
    tenant_id   varchar(100) not null check (tenant_id <> ''),
    document_id uuid not null,
    reader      text not null,
    first_at    timestamptz not null,
    last_at     timestamptz not null,
    times       integer not null default 1,
    primary key (tenant_id, document_id, reader)
);
select protect_tenant_table('document_read');
