using System.Text.Json;
using Npgsql;

namespace Platform.EventStore;

/// <summary>Many streams in few statements, each over arrays. COPY would be faster still, but is refused on tables with row-level security.</summary>
internal static class PastSql
{
    internal static NpgsqlBatchCommand Streams(
        string tenant, IReadOnlyList<(Guid Id, string Type, long Version, DateTimeOffset Created, DateTimeOffset Changed)> streams) => Parameters.Command(
        """
        insert into mt_streams (id, type, version, timestamp, created, tenant_id)
        select u.id, u.type, u.version, u.changed, u.created, $6 from unnest($1, $2, $3, $4, $5) as u (id, type, version, created, changed)
        """,
        streams.Select(s => s.Id).ToArray(), streams.Select(s => s.Type).ToArray(), streams.Select(s => s.Version).ToArray(),
        streams.Select(s => s.Created.UtcDateTime).ToArray(), streams.Select(s => s.Changed.UtcDateTime).ToArray(), tenant);

    internal static NpgsqlBatchCommand Events(string tenant, long[] numbers, IReadOnlyList<PreparedEvent> events) => Parameters.Command(
        """
        insert into mt_events (seq_id, id, stream_id, version, data, type, alias_version, mt_dotnet_type, timestamp, occurred_at, user_name, tenant_id)
        select u.seq_id, u.id, u.stream_id, u.version, u.data::jsonb, u.type, u.alias_version, u.dotnet_type, u.recorded_at, u.recorded_at, u.user_name, $11
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
          as u (seq_id, id, stream_id, version, data, type, alias_version, dotnet_type, recorded_at, user_name)
        """,
        numbers,
        Of(events, e => e.Id),
        Of(events, e => e.StreamId),
        Of(events, e => e.Version),
        events.Select(e => e.Raw.Json).ToArray(),
        events.Select(e => e.Raw.Alias).ToArray(),
        Of(events, e => e.AliasVersion),
        events.Select(e => e.DotNetType).ToArray(),
        Of(events, e => e.RecordedAt.UtcDateTime),
        Of(events, e => e.UserName),
        tenant);

    internal static NpgsqlBatchCommand Pending(string tenant, long[] numbers, IReadOnlyList<PreparedEvent> events) => Parameters.Command(
        """
        insert into mt_events_pending (event_seq, event_id, stream_id, stream_type, stream_version, alias, recorded_at, tenant_id)
        select u.event_seq, u.event_id, u.stream_id, u.stream_type, u.stream_version, u.alias, u.recorded_at, $8
        from unnest($1, $2, $3, $4, $5, $6, $7) as u (event_seq, event_id, stream_id, stream_type, stream_version, alias, recorded_at)
        """,
        numbers,
        Of(events, e => e.Id),
        Of(events, e => e.StreamId),
        Of(events, e => e.StreamType),
        Of(events, e => e.Version),
        events.Select(e => e.Raw.Alias).ToArray(),
        Of(events, e => e.RecordedAt.UtcDateTime),
        tenant);

    /// <summary>New rows of a view and of its second tables. A view with an array among its columns goes row by row: arrays of arrays are not unnested.</summary>
    internal static IEnumerable<NpgsqlBatchCommand> Rows(
        IViewDefinition view, string tenant, IReadOnlyList<(Guid Id, object Row, long Version)> rows, JsonSerializerOptions json)
    {
        if (view.Columns.Any(c => c.SqlType.EndsWith("[]", StringComparison.Ordinal)))
            return rows.SelectMany(r => ViewSql.Upsert(view, tenant, r.Row, r.Version, 0, json));
        return view.Rows.Select(second => second.InsertMany(tenant, [.. rows.Select(r => (view.IdOf(r.Row), r.Row))]))
            .Where(c => c is not null).Select(c => c!).Prepend(Insert(view, tenant, rows, json));
    }

    private static NpgsqlBatchCommand Insert(IViewDefinition view, string tenant, IReadOnlyList<(Guid Id, object Row, long Version)> rows, JsonSerializerOptions json)
    {
        var names = string.Concat(view.Columns.Select(c => $", {c.Name}"));
        var values = string.Concat(view.Columns.Select((c, i) => $", ${i + 5}::{c.SqlType}[]"));
        var command = new NpgsqlBatchCommand(
            $"insert into {view.Table} (tenant_id, version, last_position, id, data, last_event_version{names}) " +
            $"select $1, 1, 0, id, data::jsonb, last_event_version{names} from unnest($2, $3, $4{values}) as u (id, data, last_event_version{names})");
        Parameters.Add(
            command, tenant, rows.Select(r => view.IdOf(r.Row)).ToArray(), rows.Select(r => JsonSerializer.Serialize(r.Row, view.RowType, json)).ToArray(),
            rows.Select(r => r.Version).ToArray());
        foreach (var column in view.Columns)
            command.Parameters.Add(new NpgsqlParameter { Value = rows.Select(r => Parameters.Plain(column.Value(r.Row))).ToArray(), DataTypeName = $"{column.SqlType}[]" });
        return command;
    }

    private static T[] Of<T>(IEnumerable<PreparedEvent> events, Func<EventMetadata, T> value) => [.. events.Select(e => value(e.Raw.Metadata))];
}
