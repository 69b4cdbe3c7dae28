using System.Diagnostics;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Api.Hosting;

/// <summary>
/// The clock of the platform (E7): the process's monotonic clock set by the database every ten seconds, so that a node whose own clock
/// is wrong neither raises early nor dates wrongly.
/// </summary>
public sealed class DatabaseClock : TimeProvider
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);
    private sealed record Reading(DateTimeOffset Instant, long Timestamp);
    private Reading last = new(System.GetUtcNow(), Stopwatch.GetTimestamp());

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        var reading = Volatile.Read(ref last);
        return reading.Instant + Stopwatch.GetElapsedTime(reading.Timestamp);
    }

    /// <summary>Asks the database once.</summary>
    public async Task SynchroniseAsync(Database database, CancellationToken cancellation)
    {
        await using var command = database.App.CreateCommand("select clock_timestamp()");
        var before = Stopwatch.GetTimestamp();
        var instant = new DateTimeOffset((DateTime)(await command.ExecuteScalarAsync(cancellation))!, TimeSpan.Zero);
        var middle = before + ((Stopwatch.GetTimestamp() - before) / 2);
        Volatile.Write(ref last, new Reading(instant, middle));
    }

    /// <summary>Keeps asking until stopped; when the database does not answer, the monotonic clock goes on.</summary>
    public async Task RunAsync(Database database, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            try
            {
                await SynchroniseAsync(database, cancellation);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException or IOException)
            {
                // The next tick asks again; readiness tells the operator.
            }
        }
    }
}
