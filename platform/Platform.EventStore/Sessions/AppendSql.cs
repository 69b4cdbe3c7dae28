using System.Text.Json;
using Npgsql;

namespace Platform.EventStore;

internal sealed record PreparedEvent(RawEvent Raw, string DotNetType);

/// <summary>All events of a save, and their pending rows, in one statement.</summary>
internal static class AppendSql
{
    // nextval is taken after the sort, so the order of seq_id in a stream is that of its versions.
    private const string Sql = """
        with appended as (
          insert into mt_events (id, stream_id, version, data, type, alias_version, mt_dotnet_type, timestamp, occurred_at, tenant_id,
            correlation_id, causation_id, command_id, user_name, headers)
          select u.id, u.stream_id, u.version, u.data::jsonb, u.type, u.alias_version, u.dotnet_type, $8, $9, $10, $11, $12, $13, $14, $15
          from unnest($1, $2, $3, $4, $5, $6, $7) with ordinality as u (id, stream_id, version, data, type, alias_version, dotnet_type, ord)
          order by u.ord
          returning seq_id, id, stream_id, version, type, timestamp)
        insert into mt_events_pending (event_seq, event_id, tenant_id, stream_id, stream_type, stream_version, alias, recorded_at)
        select a.seq_id, a.id, $10, a.stream_id, s.type, a.version, a.type, a.timestamp
        from appended a join mt_streams s on s.tenant_id = $10 and s.id = a.stream_id
        """;

    internal static NpgsqlBatchCommand Insert(IReadOnlyList<PreparedEvent> events, SessionOptions session)
    {
        var metadata = events.Select(e => e.Raw.Metadata).ToList();
        var headers = session.Headers is { Count: > 0 } h ? JsonSerializer.Serialize(h) : null;
        return Parameters.Command(
            Sql,
            metadata.Select(m => m.Id).ToArray(),
            metadata.Select(m => m.StreamId).ToArray(),
            metadata.Select(m => m.Version).ToArray(),
            events.Select(e => e.Raw.Json).ToArray(),
            events.Select(e => e.Raw.Alias).ToArray(),
            metadata.Select(m => m.AliasVersion).ToArray(),
            events.Select(e => e.DotNetType).ToArray(),
            Parameters.Typed("timestamptz", metadata[0].RecordedAt),
            Parameters.Typed("timestamptz", metadata[0].OccurredAt),
            session.TenantId,
            Parameters.Typed("text", session.CorrelationId),
            Parameters.Typed("text", session.CausationId),
            Parameters.Typed("uuid", session.CommandId),
            Parameters.Typed("text", session.UserName),
            Parameters.Typed("jsonb", headers));
    }
}
