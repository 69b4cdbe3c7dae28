-- A session is bound to an identity that a provider vouched for, and to one activity; what may be done is looked up, never stored.
delete from portal_session;
alter table portal_session
    drop column subject,
    add column identity text not null,
    add column display_name text not null,
    add column provider text not null,
    add column provider_subject text not null,
    add column provider_session text,
    add column activity uuid;
create index portal_session_of on portal_session (provider, provider_subject);
grant update (activity) on portal_session to coordination_app;

-- Sign-ins under way: used once, ten minutes.
create table sign_in_attempt (
    state_hash   bytea primary key,
    browser_hash bytea not null,
    provider     text not null,
    nonce        text not null,
    verifier     text not null,
    return_path  text not null,
    expires_at   timestamptz not null
);
create index sign_in_attempt_expires on sign_in_attempt (expires_at);
grant select, insert, delete on sign_in_attempt to coordination_app;

-- Logout tokens that were obeyed: none counts twice.
create table logout_token (
    jti_hash   bytea primary key,
    expires_at timestamptz not null
);
grant select, insert, delete on logout_token to coordination_app;
