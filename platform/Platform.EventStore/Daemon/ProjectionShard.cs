using Npgsql;

namespace Platform.EventStore;

/// <summary>Drives one async projection: page by page, rows and progress in one transaction.</summary>
internal sealed class ProjectionShard(DocumentStore store, ViewProjection projection, LeaderConnection leader, int pageSize) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private long? _epoch;
    private HashSet<long> _skips = [];

    internal string Name => projection.View.Table;

    internal bool Leads => _epoch is not null;

    internal long Position { get; private set; }

    internal (long Position, string Error)? Stopped { get; private set; }

    private string Purpose => "projection:" + Name;

    /// <summary>Takes in everything that has a position.</summary>
    /// <returns>False if another node runs it.</returns>
    internal async Task<bool> RunAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            var epoch = await leader.TryLeadAsync(Purpose, ct);
            if (epoch is null)
            {
                _epoch = null;
                return false;
            }

            if (epoch != _epoch) await TakeOverAsync(epoch.Value, ct);
            while (Stopped is null && await PageAsync(epoch.Value, ct)) { }
            return true;
        }
        catch (PostgresException error) when (error.SqlState == "ES412")
        {
            _epoch = null;
            await leader.LoseAsync();
            throw new LeaderLostException(Purpose, error);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Tries the event again at which it stopped, or passes it by if it was skipped.</summary>
    internal async Task ResumeAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        (_epoch, Stopped) = (null, null);
        _turn.Release();
    }

    public void Dispose() => _turn.Dispose();

    private async Task TakeOverAsync(long epoch, CancellationToken ct)
    {
        await using var connection = await store.Database.Worker.OpenConnectionAsync(ct);
        await using var take = new NpgsqlCommand("select es_take_over($1, $2)", connection) { Parameters = { new() { Value = Name }, new() { Value = epoch } } };
        Position = (long)(await take.ExecuteScalarAsync(ct))!;
        await using var skips = new NpgsqlCommand("select position from projection_skips where name = $1", connection) { Parameters = { new() { Value = Name } } };
        await using var reader = await skips.ExecuteReaderAsync(ct);
        _skips = [.. await QuerySession.ListAsync(reader, row => row.GetInt64(0), ct)];
        (_epoch, Stopped) = (epoch, null);
    }

    private async Task<bool> PageAsync(long epoch, CancellationToken ct)
    {
        await using var connection = await store.Database.Worker.OpenConnectionAsync(ct);
        IReadOnlyList<RawEvent> events;
        await using (var read = new NpgsqlCommand(EventReader.PageSql, connection) { Parameters = { new() { Value = Position }, new() { Value = pageSize } } })
        await using (var reader = await read.ExecuteReaderAsync(ct))
            events = await QuerySession.ListAsync(reader, EventReader.ReadRaw, ct);
        if (events.Count == 0) return false;

        // Nothing is kept between pages: what a page that failed had computed must not be seen by the next (B06).
        var page = new ProjectionPage(store.Options, projection, _skips);
        page.Open(events);
        await page.LoadAsync(connection, ct);
        page.Evolve();
        if (page.Reached > Position)
        {
            await using var batch = connection.CreateBatch();
            batch.BatchCommands.Add(Parameters.Command("select es_progress($1, $2, $3, $4)", Name, epoch, Position, page.Reached));
            foreach (var change in page.Changes()) batch.BatchCommands.Add(change);
            await batch.ExecuteNonQueryAsync(ct);
            Position = page.Reached;
        }

        Stopped = page.Poison;
        return Stopped is null && events.Count == pageSize;
    }
}
