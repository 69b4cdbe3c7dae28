using Npgsql;

namespace Platform.EventStore;

/// <summary>
/// The one connection of a node that holds its advisory locks. A lock lives as long as the connection; every lock taken opens a new
/// epoch, so that whoever held it before is refused at its next write. Thread-safe.
/// </summary>
public sealed class LeaderConnection : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, long> _epochs = [];
    private readonly Database _database;
    private readonly StoreOptions _options;
    private readonly string _node;
    private NpgsqlConnection? _connection;

    /// <summary>Opens no connection yet. <paramref name="node"/> is shown as the holder.</summary>
    public LeaderConnection(Database database, StoreOptions options, string node) => (_database, _options, _node) = (database, options, node);

    /// <summary>Takes the lock of a purpose if it is free.</summary>
    /// <returns>The epoch; null if another node leads.</returns>
    public Task<long?> TryLeadAsync(string purpose, CancellationToken ct = default) => UseAsync<long?>(async connection =>
    {
        // Session locks count (B13): one already held is not taken again.
        if (_epochs.TryGetValue(purpose, out var held)) return held;
        await using var take = new NpgsqlCommand("select pg_try_advisory_lock($1)", connection) { Parameters = { new() { Value = AdvisoryLocks.Id(_database.Name, purpose) } } };
        if (!(bool)(await take.ExecuteScalarAsync(ct))!) return null;
        await using var lead = new NpgsqlCommand("select es_lead($1, $2, $3)", connection)
        {
            Parameters = { new() { Value = purpose }, new() { Value = _node }, new() { Value = _options.Now() } },
        };
        return _epochs[purpose] = (long)(await lead.ExecuteScalarAsync(ct))!;
    }, ct);

    /// <summary>Gives every lock back.</summary>
    public async ValueTask DisposeAsync()
    {
        await DropAsync();
        _turn.Dispose();
    }

    /// <summary>Runs on the connection that holds the lock of <paramref name="purpose"/>, so that a lost lock fails the write.</summary>
    internal Task<T> WriteAsync<T>(string purpose, Func<NpgsqlConnection, long, Task<T>> write, CancellationToken ct) => UseAsync(async connection =>
    {
        if (!_epochs.TryGetValue(purpose, out var epoch)) throw new LeaderLostException(purpose);
        try
        {
            return await write(connection, epoch);
        }
        catch (PostgresException error) when (error.SqlState == "ES412")
        {
            throw new LeaderLostException(purpose, error);
        }
    }, ct);

    /// <summary>Gives every lock back, after a write was refused.</summary>
    internal async Task LoseAsync()
    {
        await _turn.WaitAsync();
        await DropAsync();
        _turn.Release();
    }

    private async Task<T> UseAsync<T>(Func<NpgsqlConnection, Task<T>> use, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            if (_connection is null)
            {
                _connection = new NpgsqlConnection(_database.LeaderConnectionString);
                await _connection.OpenAsync(ct);
            }

            return await use(_connection);
        }
        catch
        {
            // Whatever went wrong, all locks go: a lock of which we are not sure is worse than an election.
            await DropAsync();
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task DropAsync()
    {
        _epochs.Clear();
        if (_connection is not { } connection) return;
        _connection = null;
        await connection.DisposeAsync();
    }
}
