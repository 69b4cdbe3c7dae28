using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Platform.EventStore;

/// <summary>
/// Sequences and projects on this node what no other node does. Started, it works in the background; not started, it does so within
/// <see cref="CatchUpAsync"/> only.
/// </summary>
public sealed partial class ProjectionDaemon : IHostedService, IAsyncDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private readonly DocumentStore _store;
    private readonly ILogger _log;
    private readonly LeaderConnection _leader;
    private readonly Sequencer _sequencer;
    private readonly List<ProjectionShard> _shards;
    private readonly Signal _committed = new();
    private readonly CancellationTokenSource _stopping = new();
    private Task? _running;
    private volatile bool _leadsSequencer;
    private volatile bool _owesNotice;
    private volatile bool _stopped;

    /// <summary>Reads <paramref name="pageSize"/> events at a time.</summary>
    public ProjectionDaemon(DocumentStore store, ILogger<ProjectionDaemon>? logger = null, int pageSize = 500)
    {
        (_store, _log) = (store, logger ?? NullLogger<ProjectionDaemon>.Instance);
        _leader = new LeaderConnection(store.Database, store.Options, $"{Environment.MachineName}:{Environment.ProcessId}");
        _sequencer = new Sequencer(_leader);
        _shards = [.. store.Options.Projections.Async.Select(p => new ProjectionShard(store, p, _leader, pageSize))];
    }

    /// <summary>Pulses when positions are given or a view of this node has advanced, and when another node says so.</summary>
    internal Signal Advanced { get; } = new();

    /// <summary>Whether this node gives the positions, as far as it knows.</summary>
    public bool LeadsSequencer => _leadsSequencer;

    internal DocumentStore Store => _store;

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _store.Committed += OnCommitted;
        var ct = _stopping.Token;
        _running = Task.WhenAll([
            LoopAsync("sequencer", SequenceAsync, () => _committed.Ticket, ct),
            LoopAsync("listener", ListenAsync, () => Task.Delay(Poll, ct), ct),
            .. _shards.Select(s => LoopAsync(s.Name, stop => ProjectAsync(s, stop), () => Advanced.Ticket, ct)),
        ]);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _store.Committed -= OnCommitted;
        await _stopping.CancelAsync();
        if (_running is { } running) await running;
        _running = null;
        await _leader.LoseAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_stopped) return;
        _stopped = true;
        await StopAsync(CancellationToken.None);
        await _leader.DisposeAsync();
        _shards.ForEach(s => s.Dispose());
        _stopping.Dispose();
    }

    private async Task LoopAsync(string name, Func<CancellationToken, Task> work, Func<Task> ticket, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var wake = ticket();
            try
            {
                await work(ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The loop outlives every fault of the database; the next turn tries again.
            catch (Exception error)
#pragma warning restore CA1031
            {
                LogFault(name, error.GetType().Name);
                wake = Task.Delay(TimeSpan.FromMilliseconds(200), CancellationToken.None);
            }

            await Signal.WaitAsync(wake, Poll, ct);
        }
    }

    private async Task SequenceAsync(CancellationToken ct)
    {
        var result = await _sequencer.RunAsync(ct);
        _leadsSequencer = result is not null;
        if (result is { Moved: > 0 }) Advanced.Pulse();
        if (result is null && _owesNotice) await TellLeaderAsync(ct);
    }

    private void OnCommitted()
    {
        _owesNotice = true;
        _committed.Pulse();
    }

    private async Task ProjectAsync(ProjectionShard shard, CancellationToken ct)
    {
        var (before, stopped) = (shard.Position, shard.Stopped);
        await shard.RunAsync(ct);
        if (shard.Position != before) Advanced.Pulse();
        if (shard.Stopped is { } s && stopped is null) LogPoison(shard.Name, s.Position, s.Error);
    }

    // At most one per 5 ms, on a connection of its own: a notification inside an append takes a lock of the whole database (M8).
    private async Task TellLeaderAsync(CancellationToken ct)
    {
        await Task.Delay(5, ct);
        _owesNotice = false;
        await using var connection = await _store.Database.Worker.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand("select pg_notify('es_pending', '') where exists (select from mt_events_pending)", connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = await _store.Database.Worker.OpenConnectionAsync(ct);
        connection.Notification += (_, e) => (e.Channel == "es_pending" ? _committed : Advanced).Pulse();
        await RoleSetup.RunAsync(connection, "listen es_position; listen es_pending", ct);
        while (!ct.IsCancellationRequested) await connection.WaitAsync(ct);
    }

    [LoggerMessage(LogLevel.Warning, "Event daemon: {Loop} failed with {Error}; it tries again")]
    private partial void LogFault(string loop, string error);

    [LoggerMessage(LogLevel.Critical, "Projection {Shard} stopped at position {Position}: {Error}")]
    private partial void LogPoison(string shard, long position, string error);
}
