using Coordination.Api.CareRecord;
using Npgsql;
using Platform.EventStore;
using Platform.EventStore.Protection;

namespace Coordination.Api.PersonalData;

/// <summary>
/// At start: drops again the keys that the ledger names, in case they came back with a backup, and finishes interrupted erasures. Then
/// forgets at once whom another node erased.
/// </summary>
public sealed class ErasureKeeper(Database database, ISubjectKeys keys, PersonEraser eraser, PersonIndex index, TimeProvider clock, ILogger<ErasureKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(2);

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var dropped = await keys.ReapplyErasuresAsync(cancellationToken);
        var finished = await eraser.ResumeAsync(cancellationToken);
        if (dropped + finished > 0) logger.LogWarning("{Dropped} keys of erased persons dropped again, {Finished} interrupted erasures finished", dropped, finished);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException or IOException)
            {
                logger.LogWarning("erasures of other nodes not heard: {Failure}", e.GetType().Name);
                await Task.Delay(Again, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellation)
    {
        await using var connection = await database.Worker.OpenConnectionAsync(cancellation);
        connection.Notification += (_, told) => Forget(told.Payload);
        await using (var listen = new NpgsqlCommand($"listen {PersonEraser.Channel}", connection)) await listen.ExecuteNonQueryAsync(cancellation);
        // What was said while nobody listened.
        await using (var missed = new NpgsqlCommand("select tenant_id || ' ' || person_id from erasure where finished_at > $1", connection) { Parameters = { new() { Value = clock.GetUtcNow().AddDays(-1) } } })
        await using (var row = await missed.ExecuteReaderAsync(cancellation))
            while (await row.ReadAsync(cancellation)) Forget(row.GetString(0));
        while (true) await connection.WaitAsync(cancellation);
    }

    private void Forget(string person)
    {
        var parts = person.Split(' ');
        if (parts.Length != 2 || !Guid.TryParse(parts[1], out var id)) return;
        keys.Forget(parts[0], id);
        index.Invalidate(new(new(parts[0]), new(id)));
    }
}
