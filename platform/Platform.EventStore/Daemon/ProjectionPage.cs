using System.Text.Json;
using Npgsql;

namespace Platform.EventStore;

/// <summary>One page of events through one projection, in memory, up to the first event that it cannot take in.</summary>
internal sealed class ProjectionPage(StoreOptions options, ViewProjection projection, IReadOnlySet<long> skips)
{
    private readonly List<(long Position, IEvent? Event, IReadOnlyCollection<(string Tenant, Guid Id)> Rows)> _steps = [];
    private readonly Dictionary<(string, Guid), object?> _rows = [];
    private readonly Dictionary<(string Tenant, Guid Id), (long Version, long Position)> _changed = [];

    /// <summary>The last position taken in; 0 if none.</summary>
    internal long Reached { get; private set; }

    /// <summary>The event that cannot be taken in, and the type of its error.</summary>
    internal (long Position, string Error)? Poison { get; private set; }

    internal void Open(IReadOnlyList<RawEvent> events)
    {
        foreach (var raw in events)
        {
            var position = raw.Metadata.Position;
            if (skips.Contains(position) || !projection.Wants(raw.Metadata.StreamType))
            {
                _steps.Add((position, null, []));
                continue;
            }

            if (!Try(position, () =>
            {
                var e = raw.Open(options);
                _steps.Add((position, e, projection.RowsOf(e)));
            })) return;
        }
    }

    internal async Task LoadAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var keys = _steps.SelectMany(s => s.Rows).Distinct().ToList();
        if (keys.Count == 0) return;
        await using var command = new NpgsqlCommand(
            $"select tenant_id, id, data::text from {projection.View.Table} where (tenant_id, id) in (select * from unnest($1::text[], $2::uuid[]))", connection)
        {
            Parameters = { new() { Value = keys.Select(k => k.Tenant).ToArray() }, new() { Value = keys.Select(k => k.Id).ToArray() } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            _rows[(reader.GetString(0), reader.GetGuid(1))] = JsonSerializer.Deserialize(reader.GetString(2), projection.View.RowType, options.Json);
    }

    internal void Evolve()
    {
        foreach (var (position, e, rows) in _steps)
        {
            if (e is not null && !Try(position, () =>
            {
                // All rows of an event, or none of them.
                var next = rows.Select(r => (Key: r, Row: projection.Evolve(_rows.GetValueOrDefault(r), r.Id, e))).ToList();
                foreach (var (key, row) in next)
                {
                    if (ReferenceEquals(row, _rows.GetValueOrDefault(key))) continue;
                    _rows[key] = row;
                    _changed[key] = (e.Version, position);
                }
            })) return;
            Reached = position;
        }
    }

    internal IEnumerable<NpgsqlBatchCommand> Changes() => _changed.SelectMany(c => _rows[c.Key] is { } row
        ? ViewSql.Upsert(projection.View, c.Key.Tenant, row, c.Value.Version, c.Value.Position, options.Json)
        : ViewSql.Delete(projection.View, c.Key.Tenant, c.Key.Id));

    private bool Try(long position, Action step)
    {
        try
        {
            step();
            return true;
        }
#pragma warning disable CA1031 // Whatever a projection throws, it is that event which it cannot take in.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Poison = (position, error.GetType().Name);
            return false;
        }
    }
}
