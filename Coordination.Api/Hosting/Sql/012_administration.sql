-- Structures as FINESS publishes them: the legal entity, when it was seen first, when it closed. A row without a source was entered apart.
alter table directory_organization
    add column legal_entity text,
    add column opened_on    date,
    add column closed_on    date,
    add column source       text,
    add column folded       text generated always as (directory_fold(name)) stored;

alter table directory_professional
    add column source text,
    add column folded text generated always as (directory_fold(display_name)) stored;

-- Where a professional works, from when to when (situation d'exercice). A closed one cannot act and receives nothing (N-21, ANN-03).
create table directory_activity (
    rpps            text not null,
    structure       text not null,
    profession      text not null,
    mode            text not null,
    function        text not null,
    role            text,
    structure_name  text not null,
    commune         text,
    phone           text,
    valid_from      date not null,
    valid_until     date
);
create unique index directory_activity_open on directory_activity (rpps, structure, profession, mode, function) where valid_until is null;
create index directory_activity_rpps on directory_activity (rpps);
create index directory_activity_structure on directory_activity (structure);

-- Old codes keep leading to the commune that they became: hospital systems go on sending them.
alter table directory_commune
    add column merged_into text,
    add column merged_on   date,
    add column source      text,
    add column folded      text generated always as (directory_fold(name)) stored;
alter table directory_commune drop column territory;

-- The communes of a CPTS are events of its own stream, as a territory's are; it is administered in one territory.
drop table health_community_commune;
alter table health_community add column administered_by text;

-- What each import did: counts only, never a line.
create table directory_import (
    id           uuid primary key,
    kind         text not null,
    file_sha256  bytea not null,
    as_of        date not null,
    imported_at  timestamptz not null,
    complete     boolean not null,
    lines        integer not null,
    refused      integer not null,
    added        integer not null,
    changed      integer not null,
    closed       integer not null
);
create index directory_import_at on directory_import (imported_at desc, id);

-- Refused lines are told by number, field and rule, so that they can be corrected at the source.
create table directory_import_refusal (
    import uuid not null references directory_import on delete cascade,
    line   integer not null,
    field  text not null,
    rule   text not null,
    primary key (import, line)
);

grant select on directory_activity, directory_import, directory_import_refusal to coordination_app, coordination_worker;
grant insert, update on directory_activity, directory_import, directory_import_refusal to coordination_worker;
