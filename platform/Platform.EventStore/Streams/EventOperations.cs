using System.Text.Json;
using Npgsql;

namespace Platform.EventStore;

internal sealed class EventOperations(DocumentSession session) : QueryEventStore(session), IEventOperations
{
    private StoreOptions Options => session.Store.Options;

    public StreamAction StartStream<TState>(Guid id, params object[] events) where TState : class =>
        session.Enlist(new StreamAction(id, Options.Aggregates.StreamTypeOf<TState>(), 0, loaded: true), events);

    public StreamAction Append(Guid id, long expectedVersion, params object[] events) =>
        session.Enlist(new StreamAction(id, null, expectedVersion, loaded: false), events);

    public StreamAction Append(Guid id, params object[] events) =>
        session.Enlist(new StreamAction(id, null, null, loaded: false), events);

    public async Task<IEventStream<TState>> FetchForWriting<TState>(Guid id, CancellationToken ct = default) where TState : class
    {
        var folded = Options.Aggregates.Knows<TState>();
        var type = folded ? Options.Aggregates.StreamTypeOf<TState>() : null;
        var views = session.InlineFor(type);
        // The stream before its views: each statement has a snapshot of its own, and a view newer than the version read makes the
        // save fail, while an older one would go unnoticed.
        NpgsqlBatchCommand[] commands =
        [
            folded
                ? StreamCommand(id)
                : Parameters.Command("select type, version from mt_streams where tenant_id = $1 and id = $2", session.TenantId, id),
            .. views.Select(p => ViewSql.Load(p.View, session.TenantId, id)),
        ];
        return await session.ReadAsync(commands, async reader =>
        {
            long version = 0;
            TState? state = null;
            if (folded)
            {
                var events = await QuerySession.ListAsync(reader, row => EventReader.Read(row, Options), ct);
                version = events.Count == 0 ? 0 : events[^1].Version;
                type = events.Count == 0 ? type : events[^1].StreamType;
                state = Options.Aggregates.Fold<TState>(events);
            }
            else if (await reader.ReadAsync(ct))
            {
                (type, version) = (reader.GetString(0), reader.GetInt64(1));
            }

            foreach (var p in views)
            {
                await reader.NextResultAsync(ct);
                var row = await reader.ReadAsync(ct) ? JsonSerializer.Deserialize(reader.GetString(0), p.View.RowType, Options.Json) : null;
                session.Remember(p, id, row);
                if (!folded && p.View.RowType == typeof(TState)) state = (TState?)row;
            }

            return new EventStream<TState>(session, id, type, state, version);
        }, ct);
    }
}

internal sealed class EventStream<TState>(DocumentSession session, Guid id, string? type, TState? state, long version) : IEventStream<TState>
    where TState : class
{
    private StreamAction? _action;

    public Guid Id => id;

    public TState? Aggregate => state;

    public long CurrentVersion => version;

    public Guid AppendOne(object @event) => AppendMany(@event)[0];

    public IReadOnlyList<Guid> AppendMany(params IEnumerable<object> events)
    {
        object[] added = [.. events];
        if (added.Length == 0) return [];
        if (type is null) throw new StoreConfigurationException($"Stream {id} does not exist and {typeof(TState).Name} names no stream type to start.");
        if (_action is null || _action.Version > 0) _action = session.Enlist(new StreamAction(id, type, version, loaded: true), added);
        else _action.Add(added);
        return [.. _action.EventIds.TakeLast(added.Length)];
    }
}
