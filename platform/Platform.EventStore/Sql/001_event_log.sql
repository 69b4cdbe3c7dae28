-- The log. Tables and columns of Marten 9 (conjoined tenancy), and beside them what this library adds:
-- occurred_at, command_id, alias_version, the pending list, the dense position, progress with epochs.

-- Tenancy for one table: the app role sees the tenant of its transaction, the worker role every tenant, nobody else anything.
create function protect_tenant_table(target text) returns void language plpgsql as $$
begin
  execute format('alter table %I enable row level security', target);
  execute format('alter table %I force row level security', target);
  execute format('create policy app_tenant on %I to coordination_app using (tenant_id = current_setting(''app.territory'', true)) with check (tenant_id = current_setting(''app.territory'', true))', target);
  execute format('create policy worker_all on %I to coordination_worker using (true) with check (true)', target);
  execute format('grant select, insert, update, delete on %I to coordination_app, coordination_worker', target);
end $$;
revoke all on function protect_tenant_table(text) from public;

create table mt_streams (
  id uuid not null,
  type varchar(500) not null,
  version bigint not null,
  timestamp timestamptz not null,
  snapshot jsonb,
  snapshot_version integer,
  created timestamptz not null,
  tenant_id varchar(100) not null check (tenant_id <> ''),
  is_archived boolean not null default false,
  constraint pkey_mt_streams_tenant_id_id primary key (tenant_id, id)
);

create sequence mt_events_sequence cache 1;
create table mt_events (
  seq_id bigint not null default nextval('mt_events_sequence'),
  id uuid not null,
  stream_id uuid not null,
  version bigint not null,
  data jsonb not null,
  type varchar(500) not null,
  timestamp timestamptz not null,
  tenant_id varchar(100) not null check (tenant_id <> ''),
  mt_dotnet_type varchar(500),
  correlation_id varchar(200),
  causation_id varchar(200),
  headers jsonb,
  user_name varchar(200),
  is_archived boolean not null default false,
  occurred_at timestamptz not null,
  command_id uuid,
  alias_version integer not null,
  constraint pkey_mt_events_seq_id primary key (seq_id),
  constraint mt_events_stream_and_version unique (tenant_id, stream_id, version),
  constraint mt_events_id unique (tenant_id, id),
  constraint fkey_mt_events_stream_id_tenant_id foreign key (tenant_id, stream_id) references mt_streams (tenant_id, id)
);
alter sequence mt_events_sequence owned by mt_events.seq_id;

create table mt_event_progression (
  name varchar(200) primary key,
  last_seq_id bigint,
  last_updated timestamptz
);

create table mt_events_pending (
  event_seq bigint primary key,
  event_id uuid not null,
  tenant_id varchar(100) not null,
  stream_id uuid not null,
  stream_type varchar(500) not null,
  stream_version bigint not null,
  alias varchar(500) not null,
  recorded_at timestamptz not null
);

create table mt_event_position (
  position bigint primary key,
  event_seq bigint not null unique,
  event_id uuid not null unique,
  tenant_id varchar(100) not null,
  stream_id uuid not null,
  stream_type varchar(500) not null,
  stream_version bigint not null,
  alias varchar(500) not null,
  recorded_at timestamptz not null
);
create index mt_event_position_tenant on mt_event_position (tenant_id, position, stream_type);

create table command_results (
  tenant_id varchar(100) not null check (tenant_id <> ''),
  subject varchar(200) not null,
  command_id uuid not null,
  payload_hash bytea not null,
  result text not null,
  recorded_at timestamptz not null,
  constraint pkey_command_results primary key (tenant_id, subject, command_id)
);

create table leader_epoch (purpose varchar(200) primary key, epoch bigint not null, holder varchar(200) not null, since timestamptz not null);
create table projection_progress (name varchar(200) primary key, position bigint not null default 0, epoch bigint not null default 0);
create table projection_registry (name varchar(200) primary key, active_version integer not null, changed_at timestamptz not null);
create table projection_skips (name varchar(200) not null, position bigint not null, reason text not null check (reason <> ''), skipped_at timestamptz not null, primary key (name, position));

select protect_tenant_table(t) from unnest(array['mt_streams', 'mt_events', 'mt_events_pending', 'mt_event_position', 'command_results']) t;
revoke update, delete on mt_events from coordination_app, coordination_worker;
revoke delete on mt_streams from coordination_app, coordination_worker;
revoke update, delete on mt_events_pending from coordination_app;
revoke insert, update, delete on mt_event_position from coordination_app;
revoke update, delete on command_results from coordination_app;
grant usage on sequence mt_events_sequence to coordination_app, coordination_worker;
grant select on projection_registry, projection_progress to coordination_app;
grant select, insert, update on leader_epoch, projection_progress, projection_registry, projection_skips to coordination_worker;

-- A stream is new, or nothing is written: ES409 "<stream> <actual version>".
create function es_start_stream(tenant text, stream uuid, stream_type text, new_version bigint, moment timestamptz) returns void language plpgsql as $$
begin
  insert into mt_streams (id, type, version, timestamp, created, tenant_id) values (stream, stream_type, new_version, moment, moment, tenant) on conflict do nothing;
  if not found then
    raise exception '% %', stream, (select version from mt_streams where tenant_id = tenant and id = stream) using errcode = 'ES409';
  end if;
end $$;

-- The stream is at the version the caller saw, or nothing is written: ES409 "<stream> <actual version>".
create function es_advance_stream(tenant text, stream uuid, expected bigint, new_version bigint, moment timestamptz) returns void language plpgsql as $$
begin
  update mt_streams set version = new_version, timestamp = moment where tenant_id = tenant and id = stream and version = expected;
  if not found then
    raise exception '% %', stream, coalesce((select version from mt_streams where tenant_id = tenant and id = stream), 0) using errcode = 'ES409';
  end if;
end $$;

-- The views this program writes are the active ones; FOR SHARE, so that a switch waits for the writers and they for it. ES410 "<view>".
create function es_assert_active(names text[], versions integer[]) returns void language plpgsql security definer set search_path = public as $$
declare
  wanted record;
begin
  for wanted in select * from unnest(names, versions) as w(name, version) order by 1 loop
    perform 1 from projection_registry r where r.name = wanted.name and r.active_version = wanted.version for share;
    if not found then raise exception '%', wanted.name using errcode = 'ES410'; end if;
  end loop;
end $$;
revoke all on function es_assert_active(text[], integer[]) from public;
grant execute on function es_assert_active(text[], integer[]) to coordination_app, coordination_worker;

-- A new leader: its epoch is greater than that of any leader before it.
create function es_lead(wanted text, node text, moment timestamptz) returns bigint language sql as $$
  insert into leader_epoch (purpose, epoch, holder, since) values (wanted, 1, node, moment)
  on conflict (purpose) do update set epoch = leader_epoch.epoch + 1, holder = excluded.holder, since = excluded.since
  returning epoch
$$;

-- Gives committed events their dense positions. ES412 if another leader came. Two at once collide on the primary key of mt_event_position.
create function es_sequence(held_epoch bigint, page integer, out moved integer, out head bigint) language plpgsql as $$
begin
  perform 1 from leader_epoch where purpose = 'sequencer' and epoch = held_epoch for share;
  if not found then raise exception 'sequencer' using errcode = 'ES412'; end if;
  select coalesce(max(position), 0) into head from mt_event_position;
  with page_of as (
    select event_seq from mt_events_pending order by event_seq limit page
  ), taken as (
    delete from mt_events_pending p using page_of where p.event_seq = page_of.event_seq returning p.*
  )
  insert into mt_event_position (position, event_seq, event_id, tenant_id, stream_id, stream_type, stream_version, alias, recorded_at)
  select head + row_number() over (order by t.event_seq), t.event_seq, t.event_id, t.tenant_id, t.stream_id, t.stream_type, t.stream_version, t.alias, t.recorded_at
  from taken t;
  get diagnostics moved = row_count;
  head := head + moved;
  if moved > 0 then perform pg_notify('es_position', head::text); end if;
end $$;

-- A consumer's progress moves only from where its leader left it, in the leader's own epoch. ES412 otherwise.
create function es_progress(consumer text, held_epoch bigint, seen bigint, reached bigint) returns void language plpgsql as $$
begin
  update projection_progress set position = reached where name = consumer and epoch = held_epoch and position = seen;
  if not found then raise exception '%', consumer using errcode = 'ES412'; end if;
end $$;

-- A new leader takes a consumer over and learns where it stands.
create function es_take_over(consumer text, new_epoch bigint) returns bigint language sql as $$
  insert into projection_progress (name, position, epoch) values (consumer, 0, new_epoch)
  on conflict (name) do update set epoch = greatest(projection_progress.epoch, excluded.epoch)
  returning position
$$;
