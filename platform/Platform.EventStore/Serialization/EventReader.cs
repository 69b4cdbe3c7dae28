using System.Collections.Frozen;
using System.Text.Json;
using Npgsql;

namespace Platform.EventStore;

/// <summary>Rows of the log to events; the select list and the reading of it in one place.</summary>
internal static class EventReader
{
    internal const string Columns =
        "e.id, e.stream_id, s.type, e.version, e.alias_version, e.tenant_id, e.occurred_at, e.timestamp, e.correlation_id, " +
        "e.causation_id, e.command_id, e.user_name, e.headers::text, coalesce(p.position, 0), e.type, e.data::text";

    internal const string AnySql =
        $"select {Columns} from mt_events e join mt_streams s on s.tenant_id = e.tenant_id and s.id = e.stream_id " +
        "left join mt_event_position p on p.event_seq = e.seq_id";

    internal const string StreamSql =
        $"{AnySql} where e.tenant_id = $1 and e.stream_id = $2 and e.version >= $3 and ($4::bigint is null or e.version <= $4) " +
        "and ($5::timestamptz is null or e.timestamp <= $5) order by e.version limit $6";

    internal const string PageSql =
        $"select {Columns} from mt_event_position p join mt_events e on e.seq_id = p.event_seq " +
        "join mt_streams s on s.tenant_id = e.tenant_id and s.id = e.stream_id where p.position > $1 order by p.position limit $2";

    /// <summary>The event, read at once.</summary>
    internal static IEvent Read(NpgsqlDataReader row, StoreOptions options) => ReadRaw(row).Open(options);

    /// <summary>The event with its body unread, so that one that cannot be read does not hide its neighbours.</summary>
    internal static RawEvent ReadRaw(NpgsqlDataReader row) => new(
        new EventMetadata(
            row.GetGuid(0), row.GetGuid(1), row.GetString(2), row.GetInt64(3), row.GetInt32(4), row.GetString(5),
            row.GetFieldValue<DateTimeOffset>(6), row.GetFieldValue<DateTimeOffset>(7), Text(row, 8), Text(row, 9),
            row.IsDBNull(10) ? null : row.GetGuid(10), Text(row, 11), Headers(Text(row, 12)), row.GetInt64(13)),
        row.GetString(14),
        row.GetString(15));

    private static string? Text(NpgsqlDataReader row, int i) => row.IsDBNull(i) ? null : row.GetString(i);

    private static IReadOnlyDictionary<string, string> Headers(string? json) =>
        json is null ? FrozenDictionary<string, string>.Empty : JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;
}

internal sealed record RawEvent(EventMetadata Metadata, string Alias, string Json)
{
    internal IEvent Open(StoreOptions options)
    {
        var data = options.Events.Read(Alias, Metadata.AliasVersion, Json, options.Json);
        return options.Events.Find(Alias)!.Wrap(data, Metadata);
    }
}
