-- A CPTS and the communes that count for it: the reach of its analysts. A territory may raise the limit of small cells, never lower it.
create table health_community (
    id               text primary key,
    name             text not null,
    small_cell_limit integer not null default 11 check (small_cell_limit >= 11)
);
create table health_community_commune (
    community text not null references health_community on delete cascade,
    insee     text not null,
    primary key (community, insee)
);

grant select on health_community, health_community_commune to coordination_app, coordination_worker;
grant insert, update, delete on health_community, health_community_commune to coordination_worker;
