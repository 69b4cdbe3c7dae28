namespace Platform.EventStore;

/// <summary>Reads of streams of one tenant.</summary>
public interface IQueryEventStore
{
    /// <summary>Events of a stream in order, up to a version or a time of record (both inclusive), from <paramref name="fromVersion"/> (inclusive), at most <paramref name="limit"/>; empty if there is none.</summary>
    Task<IReadOnlyList<IEvent>> FetchStreamAsync(Guid streamId, long? version = null, DateTimeOffset? timestamp = null, long fromVersion = 0, int? limit = null, CancellationToken ct = default);

    /// <summary>
    /// State or view of a stream as of a version, as it was known at a time of record, or as it was at a time of fact (facts that had happened by
    /// <paramref name="occurred"/>); now if nothing is given; null if it did not exist then.
    /// </summary>
    Task<TState?> AggregateStreamAsync<TState>(
        Guid streamId, long? version = null, DateTimeOffset? timestamp = null, DateTimeOffset? occurred = null, CancellationToken ct = default) where TState : class;

    /// <summary>
    /// Events of the tenant's streams that fit a condition, then what follows it (order by, limit): SQL from the caller's own code only, in which
    /// <c>e</c> is <c>mt_events</c>, <c>s</c> <c>mt_streams</c> and parameters are <c>$1</c>, <c>$2</c>….
    /// </summary>
    Task<IReadOnlyList<IEvent>> QueryRawEventsAsync(string conditionSql, string orderAndLimitSql, object?[] parameters, CancellationToken ct = default);

    /// <summary>Version and times of a stream; null if it does not exist.</summary>
    Task<StreamState?> FetchStreamStateAsync(Guid streamId, CancellationToken ct = default);
}

/// <summary>Reads and appends of streams of one tenant.</summary>
public interface IEventOperations : IQueryEventStore
{
    /// <summary>Starts a stream; the save fails with <see cref="ConcurrencyException"/> if it exists.</summary>
    StreamAction StartStream<TState>(Guid id, params object[] events) where TState : class;

    /// <summary>Appends to a stream that is at <paramref name="expectedVersion"/>, else the save fails.</summary>
    StreamAction Append(Guid id, long expectedVersion, params object[] events);

    /// <summary>Appends to an existing stream at whatever version it has; the save waits for other writers instead of failing.</summary>
    StreamAction Append(Guid id, params object[] events);

    /// <summary>Reads a stream, and its inline views, in one round trip.</summary>
    Task<IEventStream<TState>> FetchForWriting<TState>(Guid id, CancellationToken ct = default) where TState : class;
}
