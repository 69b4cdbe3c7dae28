-- Durable messages: inbox (local queues), outbox (messages for another tenant) and dead letters.
-- Times are always given by the caller's clock; no statement here or in the code calls now().

create table wolverine_incoming_envelopes (
  tenant_id       text        not null,
  id              uuid        not null,
  destination     text        not null,
  sequence        bigint      generated always as identity,
  status          text        not null check (status in ('Incoming', 'Scheduled', 'Handled', 'DeadLettered')),
  message_type    text        not null,
  message_version int         not null,
  body            bytea,
  headers         jsonb       not null default '{}',
  correlation_id  text,
  causation_id    text,
  user_name       text,
  group_id        text,
  schedule_key    text,
  sent_at         timestamptz not null,
  execution_time  timestamptz not null,
  attempts        int         not null default 0,
  owner_node      text,
  lease_until     timestamptz,
  handled_at      timestamptz,
  keep_until      timestamptz,
  primary key (tenant_id, id, destination)
);

-- Leasing reads only this: handled rows, kept for months as proof of handling, are not in it.
create index wolverine_incoming_due on wolverine_incoming_envelopes (destination, execution_time, sequence)
  where status in ('Incoming', 'Scheduled');

create index wolverine_incoming_group on wolverine_incoming_envelopes (tenant_id, destination, group_id, sequence)
  where group_id is not null and status in ('Incoming', 'Scheduled');

-- One pending message a key: a second one replaces the first.
create unique index wolverine_incoming_schedule_key on wolverine_incoming_envelopes (tenant_id, destination, schedule_key)
  where schedule_key is not null and status in ('Incoming', 'Scheduled');

create index wolverine_incoming_keep on wolverine_incoming_envelopes (keep_until) where status = 'Handled';

create table wolverine_outgoing_envelopes (
  tenant_id       text        not null,
  id              uuid        not null,
  destination     text        not null,
  sequence        bigint      generated always as identity,
  target_tenant   text        not null,
  message_type    text        not null,
  message_version int         not null,
  body            bytea       not null,
  headers         jsonb       not null default '{}',
  correlation_id  text,
  causation_id    text,
  user_name       text,
  group_id        text,
  sent_at         timestamptz not null,
  execution_time  timestamptz not null,
  scheduled       boolean     not null,
  primary key (tenant_id, id, destination, target_tenant)
);

create index wolverine_outgoing_sequence on wolverine_outgoing_envelopes (sequence);

-- Everything that is not the key may be null: a row that cannot be read must still be listed.
create table wolverine_dead_letters (
  tenant_id         text        not null,
  id                uuid        not null,
  destination       text        not null,
  message_type      text,
  message_version   int,
  body              bytea,
  headers           jsonb,
  correlation_id    text,
  causation_id      text,
  user_name         text,
  sent_at           timestamptz,
  attempts          int,
  exception_type    text,
  exception_message text,
  failed_at         timestamptz not null,
  discarded_at      timestamptz,
  discarded_by      text,
  discard_reason    text,
  primary key (tenant_id, id, destination)
);

create index wolverine_dead_letters_open on wolverine_dead_letters (failed_at desc, id) where discarded_at is null;

-- Called in the transaction of a handler's effects. Fails unless the caller still owns the lease it started with,
-- so of two nodes that run the same message only one can commit.
create function wolverine_mark_handled(
  p_tenant text, p_id uuid, p_destination text, p_owner text, p_attempt int, p_now timestamptz, p_keep_until timestamptz)
returns void language plpgsql as $$
begin
  update wolverine_incoming_envelopes
     set status = 'Handled', handled_at = p_now, keep_until = p_keep_until, body = null, lease_until = null
   where tenant_id = p_tenant and id = p_id and destination = p_destination
     and status = 'Incoming' and owner_node = p_owner and attempts = p_attempt;
  if not found then
    raise exception 'message % is not leased by this delivery', p_id using errcode = 'WM001';
  end if;
end $$;

alter table wolverine_incoming_envelopes enable row level security;
alter table wolverine_incoming_envelopes force row level security;
alter table wolverine_outgoing_envelopes enable row level security;
alter table wolverine_outgoing_envelopes force row level security;
alter table wolverine_dead_letters enable row level security;
alter table wolverine_dead_letters force row level security;

create policy tenant_rows on wolverine_incoming_envelopes to coordination_app
  using (tenant_id = current_setting('app.territory', true))
  with check (tenant_id = current_setting('app.territory', true));
create policy tenant_rows on wolverine_outgoing_envelopes to coordination_app
  using (tenant_id = current_setting('app.territory', true))
  with check (tenant_id = current_setting('app.territory', true));
create policy all_rows on wolverine_incoming_envelopes to coordination_worker using (true) with check (true);
create policy all_rows on wolverine_outgoing_envelopes to coordination_worker using (true) with check (true);
create policy all_rows on wolverine_dead_letters to coordination_worker using (true) with check (true);

grant select, insert, update, delete on wolverine_incoming_envelopes to coordination_app;
grant select, insert on wolverine_outgoing_envelopes to coordination_app;
grant select, insert, update, delete
  on wolverine_incoming_envelopes, wolverine_outgoing_envelopes, wolverine_dead_letters to coordination_worker;
