namespace Platform.Messaging;

/// <summary>The statements of the inbox and outbox; all parameters are positional and cast, so that nulls have a type.</summary>
internal static class EnvelopeSql
{
    private const string Columns =
        "tenant_id, id, destination, message_type, message_version, body, headers, correlation_id, causation_id, user_name, " +
        "group_id, sent_at, execution_time";

    private const string Values =
        "$1::text, $2::uuid, $3::text, $4::text, $5::int, $6::bytea, $7::jsonb, $8::text, $9::text, $10::text, " +
        "$11::text, $12::timestamptz, $13::timestamptz";

    /// <summary>The id is the guard: sent again, nothing happens.</summary>
    public const string Insert =
        $"insert into wolverine_incoming_envelopes ({Columns}, status) values ({Values}, $14::text) " +
        "on conflict (tenant_id, id, destination) do nothing";

    /// <summary>Replaces what is pending under the key; a delivery of the old one that is running can no longer commit.</summary>
    public const string InsertByKey =
        $"""
        insert into wolverine_incoming_envelopes ({Columns}, status, schedule_key)
        select {Values}, $14::text, $15::text
         where not exists (
           select 1 from wolverine_incoming_envelopes where tenant_id = $1::text and id = $2::uuid and destination = $3::text)
        on conflict (tenant_id, destination, schedule_key)
          where schedule_key is not null and status in ('Incoming', 'Scheduled')
        do update set id = excluded.id, message_type = excluded.message_type, message_version = excluded.message_version,
          body = excluded.body, headers = excluded.headers, correlation_id = excluded.correlation_id,
          causation_id = excluded.causation_id, user_name = excluded.user_name, group_id = excluded.group_id,
          sent_at = excluded.sent_at, execution_time = excluded.execution_time, status = excluded.status,
          attempts = 0, owner_node = null, lease_until = null
        """;

    /// <summary>A message for another tenant waits in the sender's tenant until a relay carries it over.</summary>
    public const string InsertOutgoing =
        $"insert into wolverine_outgoing_envelopes ({Columns}, scheduled, target_tenant) " +
        $"values ({Values}, $14::boolean, $15::text) on conflict (tenant_id, id, destination, target_tenant) do nothing";

    public const string Cancel =
        "delete from wolverine_incoming_envelopes where tenant_id = $1::text and schedule_key = $2::text " +
        "and status in ('Incoming', 'Scheduled')";

    public const string Relay =
        """
        with moved as (
          delete from wolverine_outgoing_envelopes
           where ctid = any(array(
             select ctid from wolverine_outgoing_envelopes order by sequence limit $1 for update skip locked))
          returning *)
        insert into wolverine_incoming_envelopes (tenant_id, id, destination, message_type, message_version, body, headers,
          correlation_id, causation_id, user_name, group_id, sent_at, execution_time, status)
        select target_tenant, id, destination, message_type, message_version, body, headers, correlation_id, causation_id,
          user_name, group_id, sent_at, execution_time, case when scheduled then 'Scheduled' else 'Incoming' end
          from moved order by sequence
        on conflict (tenant_id, id, destination) do nothing
        """;

    /// <summary>
    /// Takes due messages for this node, at most so many a queue. Of a group only the oldest pending message is eligible; a
    /// scheduled message counts in its group once it is due. Rows are taken by their place: a join by key is planned as a scan
    /// of all handled rows.
    /// </summary>
    public const string Lease =
        """
        update wolverine_incoming_envelopes
           set status = 'Incoming', owner_node = $4, lease_until = $5, attempts = attempts + 1
         where ctid = any(array(
          select d.ctid
            from unnest($1::text[], $2::int[]) as q(name, slots)
           cross join lateral (
             select i.ctid
               from wolverine_incoming_envelopes i
              where i.destination = q.name and i.status in ('Incoming', 'Scheduled') and i.execution_time <= $3
                and (i.lease_until is null or i.lease_until <= $3)
                and (i.group_id is null or not exists (
                  select 1 from wolverine_incoming_envelopes e
                   where e.tenant_id = i.tenant_id and e.destination = i.destination and e.group_id = i.group_id
                     and e.sequence < i.sequence and e.status in ('Incoming', 'Scheduled')
                     and (e.status = 'Incoming' or e.execution_time <= $3)))
              order by i.execution_time, i.sequence
              limit q.slots
              for update skip locked) d))
        returning tenant_id, id, destination, message_type, message_version, body, headers::text,
          correlation_id, causation_id, user_name, group_id, sent_at, attempts, sequence, schedule_key
        """;

    private const string NodeLock = "hashtextextended('wolverine-node:' || ";

    /// <summary>The lock that says that a node lives. Locks of this kind are the database's own.</summary>
    public const string Enter = $"select pg_advisory_lock({NodeLock}$1::text, 0))";

    public const string Leave = $"select pg_advisory_unlock({NodeLock}$1::text, 0))";

    /// <summary>Frees what nodes had leased whose lock nobody holds; the node that asks is not one of them.</summary>
    public const string Recover =
        $"""
        with holding as materialized (
          select distinct owner_node from wolverine_incoming_envelopes where lease_until is not null and owner_node <> $1::text),
        gone as materialized (
          select owner_node from holding where pg_try_advisory_xact_lock({NodeLock}owner_node, 0)))
        update wolverine_incoming_envelopes set lease_until = null
         where ctid = any(array(
          select i.ctid from gone join wolverine_incoming_envelopes i on i.owner_node = gone.owner_node
           where i.lease_until is not null
             for update of i skip locked))
        """;

    private const string Owned =
        "tenant_id = $1 and id = $2 and destination = $3 and status = 'Incoming' and owner_node = $4 and attempts = $5";

    public const string Renew =
        "update wolverine_incoming_envelopes set lease_until = $6 where " + Owned;

    public const string Retry =
        "update wolverine_incoming_envelopes set lease_until = null, owner_node = null, execution_time = $6 where " + Owned;

    /// <summary>Gives a delivery back that was not carried out: it does not count.</summary>
    public const string Release =
        "update wolverine_incoming_envelopes set lease_until = null, owner_node = null, attempts = attempts - 1 where " + Owned;

    public const string MarkIfStillOwned =
        "update wolverine_incoming_envelopes set status = 'Handled', handled_at = $6, keep_until = $7, body = null, " +
        "lease_until = null where " + Owned;

    public const string MarkOrFail = "select wolverine_mark_handled($1, $2, $3, $4, $5, $6, $7)";

    public const string HandledByThisDelivery =
        "select count(*) from wolverine_incoming_envelopes where tenant_id = $1 and id = $2 and destination = $3 " +
        "and status = 'Handled' and owner_node = $4 and attempts = $5";

    /// <summary>One statement: if the dead letter cannot be written, the message stays where it is.</summary>
    public const string Bury =
        $"""
        with lost as (
          select * from wolverine_incoming_envelopes where {Owned} for update),
        buried as (
          insert into wolverine_dead_letters (tenant_id, id, destination, message_type, message_version, body, headers,
            correlation_id, causation_id, user_name, sent_at, attempts, exception_type, exception_message, failed_at)
          select tenant_id, id, destination, message_type, message_version, body, headers, correlation_id, causation_id,
            user_name, sent_at, attempts, $6, $7, $8 from lost
          on conflict (tenant_id, id, destination) do update set body = excluded.body, attempts = excluded.attempts,
            exception_type = excluded.exception_type, exception_message = excluded.exception_message,
            failed_at = excluded.failed_at)
        update wolverine_incoming_envelopes i set status = 'DeadLettered', body = null, lease_until = null
          from lost where i.tenant_id = lost.tenant_id and i.id = lost.id and i.destination = lost.destination
        """;

    public const string Purge =
        """
        delete from wolverine_incoming_envelopes where ctid = any(array(
          select ctid from wolverine_incoming_envelopes where status = 'Handled' and keep_until <= $1
           order by keep_until limit $2 for update skip locked))
        """;

    public const string Counts =
        """
        select 'inbox', count(*), min(execution_time) filter (where execution_time <= $1)
          from wolverine_incoming_envelopes where status = 'Incoming'
        union all
        select 'scheduled', count(*), min(execution_time) filter (where execution_time <= $1)
          from wolverine_incoming_envelopes where status = 'Scheduled'
        union all
        select 'outbox', count(*), min(sent_at) from wolverine_outgoing_envelopes
        union all
        select 'dead', count(*), min(failed_at) from wolverine_dead_letters where discarded_at is null
        """;
}
