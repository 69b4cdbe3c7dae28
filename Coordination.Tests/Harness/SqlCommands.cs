using System.Diagnostics;

namespace Coordination.Tests.Harness;

/// <summary>How many SQL commands a request costs.</summary>
public static class SqlCommands
{
    /// <summary>The least of some readings: a loaded machine may send in two what one batch could hold.</summary>
    public static async Task<int> LeastAsync(Func<Task> ask)
    {
        var least = int.MaxValue;
        for (var reading = 0; reading < 20; reading++) least = Math.Min(least, await CountAsync(ask));
        return least;
    }

    // Npgsql has one activity per batch; the trace tells those of this request from all others of the process.
    private static async Task<int> CountAsync(Func<Task> ask)
    {
        var commands = 0;
        using var trace = new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.Source.Name == "Npgsql" && activity.TraceId == trace.TraceId && activity.TagObjects.Any(t => t.Key is "db.query.text" or "db.statement"))
                    Interlocked.Increment(ref commands);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await ask();
        return commands;
    }
}
