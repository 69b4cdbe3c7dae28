using System.Data;
using Npgsql;

namespace Platform.Messaging;

/// <summary>
/// Shows by a lock, which PostgreSQL gives back the moment the process dies, that this node lives, and frees the leases of nodes that
/// do not. A node taken for dead by mistake, its connection lost, can at worst see its saves refused: attempts are the fence. Thread-safe.
/// </summary>
internal sealed class NodePresence(NpgsqlDataSource worker, string node) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private NpgsqlConnection? _connection;

    /// <summary>Takes the node's lock if it is not held, then frees the leases of the dead; gives how many. Both on one connection: a lost lock shows at the next call.</summary>
    public async Task<int> RecoverAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            if (_connection is { } held)
            {
                try
                {
                    return await RunAsync(held, EnvelopeSql.Recover, ct).ConfigureAwait(false);
                }
                catch (Exception error) when (error is NpgsqlException or TimeoutException or IOException
                    || (error is InvalidOperationException && held.State is not ConnectionState.Open))
                {
                    // It was cut since the last look, or by it: the lock is gone, and is taken anew.
                    await LeaveAsync().ConfigureAwait(false);
                }
            }

            _connection = await EnterAsync(ct).ConfigureAwait(false);
            return await RunAsync(_connection, EnvelopeSql.Recover, ct).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await LeaveAsync().ConfigureAwait(false);
        _turn.Dispose();
    }

    private async Task<NpgsqlConnection> EnterAsync(CancellationToken ct)
    {
        var connection = await worker.OpenConnectionAsync(ct).ConfigureAwait(false);
        try
        {
            await RunAsync(connection, EnvelopeSql.Enter, ct).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task LeaveAsync()
    {
        if (_connection is not { } connection)
        {
            return;
        }

        _connection = null;
        try
        {
            // The pool keeps the connection, and would keep the lock until somebody else uses it.
            await RunAsync(connection, EnvelopeSql.Leave, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception error) when (error is NpgsqlException or TimeoutException or IOException or InvalidOperationException)
        {
            // The connection is lost, and the lock with it.
        }

        await connection.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<int> RunAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        var command = new NpgsqlCommand(sql, connection) { Parameters = { new NpgsqlParameter { Value = node } } };
        await using (command.ConfigureAwait(false))
        {
            return await command.ExecuteNonQueryAsync(ct).ConfigureAwait(false);
        }
    }
}
