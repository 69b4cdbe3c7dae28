using System.Collections.Frozen;
using System.Text.Json;
using Npgsql;

namespace Platform.EventStore;

/// <summary>
/// Whole streams of the past, written at once: for a simulation, or for the records of a system that is replaced. What is written is
/// what appends one by one would have written — bodies sealed, versions, metadata, inline views — but the dates are the caller's and each
/// view row is written once, as it is at the end. All of it is one transaction. No message goes out. The sequencer numbers the events as any others.
/// Not thread-safe; a batch is saved once.
/// </summary>
public sealed class PastBatch(DocumentStore store, string tenantId)
{
    private readonly List<(Guid Id, string Type, long Version, DateTimeOffset Created, DateTimeOffset Changed)> _streams = [];
    private readonly List<PreparedEvent> _events = [];
    private readonly Dictionary<IViewDefinition, List<(Guid Id, object Row, long Version)>> _views = [];
    private readonly List<NpgsqlBatchCommand> _also = [];

    /// <summary>The tenant.</summary>
    public string TenantId => tenantId;

    /// <summary>How many events it has.</summary>
    public int Count => _events.Count;

    internal DocumentStore Store => store;

    /// <summary>Adds a whole stream: it may not exist. Serialises, seals and folds on the calling thread.</summary>
    public void Start<TState>(Guid stream, IReadOnlyCollection<PastEvent> facts) where TState : class
    {
        if (facts.Count == 0) return;
        var type = store.Options.Aggregates.StreamTypeOf<TState>();
        var from = _events.Count;
        foreach (var fact in facts) _events.Add(Prepare(stream, type, _events.Count - from + 1, fact));
        var first = _events[from].Raw.Metadata;
        var last = _events[^1].Raw.Metadata;
        _streams.Add((stream, type, last.Version, first.RecordedAt, last.RecordedAt));
        Fold(stream, type, from);
    }

    /// <summary>Another statement in the same transaction, after the events.</summary>
    public void Also(string sql, params object?[] positionalParameters) => _also.Add(Parameters.Command(sql, positionalParameters));

    /// <summary>Writes everything; two round trips.</summary>
    /// <exception cref="PastIsThereException">One of the streams exists; nothing was written.</exception>
    /// <exception cref="ViewVersionException">A view of this program is not the active one; nothing was written.</exception>
    public async Task SaveAsync(CancellationToken ct = default)
    {
        await using var connection = await store.Database.App.OpenConnectionAsync(ct);
        var numbers = await NumbersAsync(connection, ct);
        await using var batch = connection.CreateBatch();
        void Add(NpgsqlBatchCommand command) => batch.BatchCommands.Add(command);
        Add(Parameters.Command("select set_config('app.territory', $1, true)", tenantId));
        if (_views.Count > 0)
            Add(Parameters.Command("select es_assert_active($1, $2)", _views.Keys.Select(v => v.Name).ToArray(), _views.Keys.Select(v => v.Version).ToArray()));
        if (_streams.Count > 0)
        {
            Add(PastSql.Streams(tenantId, _streams));
            Add(PastSql.Events(tenantId, numbers, _events));
            Add(PastSql.Pending(tenantId, numbers, _events));
        }

        foreach (var command in _views.SelectMany(v => PastSql.Rows(v.Key, tenantId, v.Value, store.Options.Json))) Add(command);
        foreach (var command in _also) Add(command);
        try
        {
            await batch.ExecuteNonQueryAsync(ct);
        }
        catch (PostgresException error) when (error is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "pkey_mt_streams_tenant_id_id" })
        {
            throw new PastIsThereException();
        }
        catch (PostgresException error) when (error.SqlState == "ES410")
        {
            throw new ViewVersionException(error.MessageText);
        }

        store.RaiseCommitted();
    }

    private PreparedEvent Prepare(Guid stream, string type, long version, PastEvent fact)
    {
        var mapping = store.Options.Events.MappingFor(fact.Data.GetType());
        var at = StoreOptions.Microseconds(fact.RecordedAt);
        string json;
        using (store.Protector?.BeginWrite(tenantId, fact.Id, mapping.Alias)) json = JsonSerializer.Serialize(fact.Data, mapping.Type, store.Options.Json);
        var metadata = new EventMetadata(
            fact.Id, stream, type, version, mapping.Version, tenantId, at, at, null, null, null, fact.UserName, FrozenDictionary<string, string>.Empty, 0);
        return new(new RawEvent(metadata, mapping.Alias, json), mapping.Type.FullName!);
    }

    private void Fold(Guid stream, string type, int from)
    {
        // As a normal append does: from what is stored, so that a view has sealed values.
        List<IEvent>? facts = null;
        foreach (var projection in store.Options.Projections.Inline.Where(p => p.Wants(type)))
        {
            facts ??= [.. _events.Skip(from).Select(e => e.Raw.Open(store.Options))];
            if (facts.Aggregate((object?)null, (row, e) => projection.Evolve(row, stream, e)) is not { } row) continue;
            if (!_views.TryGetValue(projection.View, out var rows)) _views[projection.View] = rows = [];
            rows.Add((stream, row, facts[^1].Version));
        }
    }

    // Taken at once and in order, so that the order of seq_id in a stream is that of its versions.
    private async Task<long[]> NumbersAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select nextval('mt_events_sequence') from generate_series(1, $1)", connection)
        {
            Parameters = { new() { Value = _events.Count } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        return [.. (await QuerySession.ListAsync(reader, row => row.GetInt64(0), ct)).Order()];
    }
}

/// <summary>A stream of a batch of the past exists already; nothing of the batch was written.</summary>
public sealed class PastIsThereException() : Exception("A stream of the batch exists already.");
