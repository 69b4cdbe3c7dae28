-- Sessions of the portal, kept on the server: the browser holds a random key only, of which this table has the hash.
create table portal_session (
    key_hash   bytea primary key,
    subject    jsonb not null,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index portal_session_expires on portal_session (expires_at);

grant select, insert, delete on portal_session to coordination_app;
grant select, delete on portal_session to coordination_worker;
