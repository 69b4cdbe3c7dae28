using Npgsql;

namespace Platform.EventStore;

internal class QueryEventStore(QuerySession session) : IQueryEventStore
{
    private StoreOptions Options => session.Store.Options;

    public Task<IReadOnlyList<IEvent>> FetchStreamAsync(
        Guid streamId, long? version = null, DateTimeOffset? timestamp = null, long fromVersion = 0, int? limit = null, CancellationToken ct = default) =>
        session.ReadAsync(
            [StreamCommand(streamId, version, timestamp, fromVersion, limit)],
            reader => QuerySession.ListAsync(reader, row => EventReader.Read(row, Options), ct),
            ct);

    public Task<IReadOnlyList<IEvent>> QueryRawEventsAsync(string conditionSql, string orderAndLimitSql, object?[] parameters, CancellationToken ct = default) =>
        session.ReadAsync(
            [Parameters.Command($"{EventReader.AnySql} where ({conditionSql}) and e.tenant_id = ${parameters.Length + 1} {orderAndLimitSql}", [.. parameters, session.TenantId])],
            reader => QuerySession.ListAsync(reader, row => EventReader.Read(row, Options), ct),
            ct);

    public async Task<TState?> AggregateStreamAsync<TState>(
        Guid streamId, long? version = null, DateTimeOffset? timestamp = null, DateTimeOffset? occurred = null, CancellationToken ct = default)
        where TState : class
    {
        var events = await FetchStreamAsync(streamId, version, timestamp, ct: ct);
        if (occurred is { } at)
        {
            // What had not begun by then was not there; a fact told late counts from when it happened.
            if (events.Count == 0 || events[0].OccurredAt > at) return null;
            events = [.. events.Where(e => e.OccurredAt <= at)];
        }

        if (Options.Aggregates.Knows<TState>()) return Options.Aggregates.Fold<TState>(events);
        var view = Options.Projections.Find(typeof(TState));
        var projection = Options.Projections.All.Single(p => p.View == view && p.SingleStream);
        return (TState?)events.Aggregate((object?)null, (row, e) => projection.Evolve(row, streamId, e));
    }

    public async Task<StreamState?> FetchStreamStateAsync(Guid streamId, CancellationToken ct = default) =>
        (await session.RawAsync(
            "select id, type, version, created, timestamp, tenant_id from mt_streams where tenant_id = $1 and id = $2",
            [session.TenantId, streamId],
            row => new StreamState(row.GetGuid(0), row.GetString(1), row.GetInt64(2), row.GetFieldValue<DateTimeOffset>(3), row.GetFieldValue<DateTimeOffset>(4), row.GetString(5)),
            ct)).SingleOrDefault();

    protected NpgsqlBatchCommand StreamCommand(Guid id, long? version = null, DateTimeOffset? timestamp = null, long from = 0, int? limit = null) =>
        Parameters.Command(
            EventReader.StreamSql, session.TenantId, id, from, Parameters.Typed("bigint", version), Parameters.Typed("timestamptz", timestamp),
            Parameters.Typed("bigint", (long?)limit));
}
