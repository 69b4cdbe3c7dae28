using Coordination.Api.Hosting;
using Coordination.Api.Security.Development;
using Coordination.Domain.Alerts;
using Coordination.Domain.Discharge;
using Coordination.Simulator.Territory;
using Platform.EventStore;
using Platform.EventStore.Protection;

namespace Coordination.Simulator.Verbs;

/// <summary>Writes the demo's past through the event store, each fact dated when it would have been recorded. No message goes out: it is over.</summary>
public sealed class HistoryWriter(PlatformScope platform)
{
    private sealed class PastClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }

    /// <summary>Writes what is not there yet and gives how many entries that were; can be run again.</summary>
    public async Task<int> WriteAsync(DateOnly today, CancellationToken cancellation)
    {
        var clock = new PastClock();
        await using var store = new DocumentStore(
            platform.Get<Database>(), StoreRegistrations.Create(clock, platform.Get<EventSealer>), platform.Get<IEventProtector>());
        var written = 0;
        foreach (var past in DemoHistory.Create(today, DemoUsers.Territory, DemoUsers.Hospital, DemoUsers.Coordinator))
        {
            clock.Now = past.At;
            await using var session = store.LightweightSession(new Platform.EventStore.SessionOptions(DemoUsers.Territory.Value) { UserName = "interface:demo" });
            // There already, from a run before.
            if (await session.Events.FetchStreamStateAsync(past.Stream, cancellation) is { } state && state.Version > past.Version) continue;
            if (past.Version > 0) session.Events.Append(past.Stream, past.Version, [.. past.Facts]);
            else if (past.IsAlert) session.Events.StartStream<Alert>(past.Stream, [.. past.Facts]);
            else session.Events.StartStream<Discharge>(past.Stream, [.. past.Facts]);
            await session.SaveChangesAsync(cancellation);
            written++;
        }

        return written;
    }
}
