using Npgsql;

namespace Platform.EventStore;

public sealed partial class ProjectionDaemon
{
    /// <summary>Sequences everything committed before the call and drives every async projection to it, on this node or, if another leads, by waiting. A stopped projection is left behind.</summary>
    public async Task CatchUpAsync(CancellationToken ct = default)
    {
        var goal = new Goal(await LastCommittedAsync(ct));
        while (true)
        {
            var ticket = Advanced.Ticket;
            var done = true;
            try
            {
                if (await _sequencer.RunAsync(ct) is null) done = false;
                foreach (var shard in _shards)
                    if (!await shard.RunAsync(ct)) done = false;
            }
            catch (LeaderLostException)
            {
                done = false;
            }

            Advanced.Pulse();
            if (done || (await LaggardsAsync(goal, ct)).Count == 0) return;
            await Signal.WaitAsync(ticket, TimeSpan.FromMilliseconds(20), ct);
        }
    }

    /// <summary>Waits until everything committed before the call is in every view.</summary>
    /// <exception cref="TimeoutException">It took longer; the message names who is behind.</exception>
    public async Task WaitForNonStaleAsync(TimeSpan atMost, CancellationToken ct = default)
    {
        var goal = new Goal(await LastCommittedAsync(ct));
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var ticket = Advanced.Ticket;
            var behind = await LaggardsAsync(goal, ct);
            if (behind.Count == 0) return;
            if (TimeProvider.System.GetElapsedTime(started) > atMost) throw new TimeoutException("Behind: " + string.Join(", ", behind));
            await Signal.WaitAsync(ticket, TimeSpan.FromMilliseconds(50), ct);
        }
    }

    /// <summary>How far every async projection has come, whoever runs it; stops are known to the node that runs it.</summary>
    public async Task<IReadOnlyList<ShardStatus>> StatusAsync(CancellationToken ct = default)
    {
        var (head, progress) = await ProgressAsync(ct);
        return [.. _shards.Select(s =>
        {
            var position = progress.GetValueOrDefault(s.Name);
            return new ShardStatus(s.Name, s.Leads, position, head - position, s.Stopped?.Position, s.Stopped?.Error);
        })];
    }

    /// <summary>Passes one event by, for good: an operator's decision with a reason; then the projection goes on.</summary>
    /// <exception cref="ArgumentException">No such projection, or no reason.</exception>
    public async Task SkipAsync(string shardName, long position, string reason, CancellationToken ct = default)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new ArgumentException("A skipped event needs a reason.", nameof(reason));
        await using (var connection = await _store.Database.Worker.OpenConnectionAsync(ct))
        await using (var command = new NpgsqlCommand("insert into projection_skips values ($1, $2, $3, $4) on conflict do nothing", connection)
        {
            Parameters = { new() { Value = shardName }, new() { Value = position }, new() { Value = reason }, new() { Value = _store.Options.Now() } },
        })
            await command.ExecuteNonQueryAsync(ct);
        await ResumeAsync(shardName, ct);
    }

    /// <summary>Tries the event again at which a projection stopped.</summary>
    /// <exception cref="ArgumentException">No such projection.</exception>
    public async Task ResumeAsync(string shardName, CancellationToken ct = default)
    {
        var shard = _shards.Find(s => s.Name == shardName) ?? throw new ArgumentException($"No projection '{shardName}'.", nameof(shardName));
        await shard.ResumeAsync(ct);
        Advanced.Pulse();
    }

    internal async Task<(long Head, Dictionary<string, long> Progress)> ProgressAsync(CancellationToken ct)
    {
        await using var connection = await _store.Database.Worker.OpenConnectionAsync(ct);
        // Progress before the head in one statement: lag is never negative.
        await using var command = new NpgsqlCommand(
            "select name, position from projection_progress union all select '', coalesce(max(position), 0) from mt_event_position", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = (await QuerySession.ListAsync(reader, row => (Name: row.GetString(0), Position: row.GetInt64(1)), ct)).ToDictionary(r => r.Name, r => r.Position);
        return (rows[""], rows);
    }

    private async Task<long> LastCommittedAsync(CancellationToken ct)
    {
        await using var connection = await _store.Database.Worker.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand("select coalesce(max(event_seq), 0) from mt_events_pending", connection);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    private async Task<IReadOnlyList<string>> LaggardsAsync(Goal goal, CancellationToken ct)
    {
        await using var connection = await _store.Database.Worker.OpenConnectionAsync(ct);
        await using (var command = new NpgsqlCommand("select exists (select from mt_events_pending where event_seq <= $1)", connection) { Parameters = { new() { Value = goal.LastSeq } } })
            if ((bool)(await command.ExecuteScalarAsync(ct))!) return [Sequencer.Purpose];
        var (head, progress) = await ProgressAsync(ct);
        var target = goal.Position ??= head;
        return [.. _shards.Where(s => s.Stopped is null && progress.GetValueOrDefault(s.Name) < target).Select(s => s.Name)];
    }

    // The head once all that was pending has a position: later appends do not make the wait longer.
    private sealed record Goal(long LastSeq)
    {
        internal long? Position { get; set; }
    }
}
