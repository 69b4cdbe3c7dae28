-- Reference data of the nation: no tenant. Written by the worker (imports), read by everybody.
create table directory_organization (
    finess   text primary key,
    name     text not null,
    category text not null,
    commune  text
);
create table directory_professional (
    id           uuid primary key,
    rpps         text unique,
    display_name text not null,
    function     text not null,
    organization text not null,
    phone        text
);
create table directory_territory (
    id   text primary key,
    name text not null
);
create table directory_commune (
    insee text primary key,
    name  text not null
);

grant select on directory_organization, directory_professional, directory_territory, directory_commune to coordination_app, coordination_worker;
grant insert, update on directory_organization, directory_professional, directory_territory, directory_commune to coordination_worker;
