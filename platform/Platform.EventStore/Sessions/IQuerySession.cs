using Npgsql;

namespace Platform.EventStore;

/// <summary>Reads of one tenant. Not thread-safe.</summary>
public interface IQuerySession : IAsyncDisposable
{
    /// <summary>The tenant.</summary>
    string TenantId { get; }

    /// <summary>Reads of streams.</summary>
    IQueryEventStore Events { get; }

    /// <summary>SQL commands sent so far, the setting of the tenant not counted.</summary>
    int CommandCount { get; }

    /// <summary>The row of a view; null if there is none.</summary>
    Task<TView?> LoadAsync<TView>(Guid id, CancellationToken ct = default) where TView : class;

    /// <summary>The rows found, in no order, none for an unknown id; one command.</summary>
    Task<IReadOnlyList<TView>> LoadManyAsync<TView>(IReadOnlyCollection<Guid> ids, CancellationToken ct = default) where TView : class;

    /// <summary>Rows of a view. <paramref name="whereOrderLimitSql"/> is what follows the table: <c>where status = any($1) order by due_at, id limit $2</c>.</summary>
    Task<IReadOnlyList<TView>> QueryAsync<TView>(string whereOrderLimitSql, object?[] parameters, CancellationToken ct = default) where TView : class;

    /// <summary>How many rows of a view match.</summary>
    Task<long> CountAsync<TView>(string whereSql, object?[] parameters, CancellationToken ct = default) where TView : class;

    /// <summary>Any query, confined to the tenant by row-level security unless the session is a worker's.</summary>
    Task<IReadOnlyList<T>> RawAsync<T>(string sql, object?[] parameters, Func<NpgsqlDataReader, T> map, CancellationToken ct = default);

    /// <summary>The stored answer of a command; null if it was never committed.</summary>
    Task<StoredCommandResult?> FindCommandResultAsync(string subject, Guid commandId, CancellationToken ct = default);
}

/// <summary>Reads and one unit of work of one tenant. Not thread-safe.</summary>
public interface IDocumentSession : IQuerySession
{
    /// <summary>Reads and appends of streams.</summary>
    new IEventOperations Events { get; }

    /// <summary>The request or message chain that the session acts for; written on its events, and on the messages that go with them.</summary>
    string? CorrelationId { get; }

    /// <summary>The command's answer to store with its effects; null for none.</summary>
    CommandResultRequest? Idempotency { get; set; }

    /// <summary>SQL to run in the transaction of the events, after them, in the order queued. Parameters are <c>$1</c>, <c>$2</c>….</summary>
    void QueueSqlCommand(string sql, params object?[] positionalParameters);

    /// <summary>Writes everything queued in one transaction, in one round trip when every stream was started or fetched for writing here.</summary>
    /// <exception cref="ConcurrencyException">A stream is not at the version seen.</exception>
    /// <exception cref="CommandAlreadyAppliedException">The command was committed before.</exception>
    /// <exception cref="IdempotencyMismatchException">The command id was used with another payload.</exception>
    /// <exception cref="CommitLostException">The connection broke and nothing was written.</exception>
    /// <exception cref="CommitOutcomeUnknownException">The connection broke and the outcome is not known.</exception>
    /// <exception cref="ViewVersionException">A view was switched to another version.</exception>
    Task SaveChangesAsync(CancellationToken ct = default);
}
