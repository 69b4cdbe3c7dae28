using System.Diagnostics;
using Coordination.Api.Hosting;
using Coordination.Simulator.Load;
using Coordination.Simulator.Verbs;

namespace Coordination.Simulator.Bench;

/// <summary>What is asked of the bench.</summary>
public sealed record LatencyPlan(int Seconds, int WarmUp, double Rate, int Connections, int Screens, int Seed)
{
    /// <summary>Messages of the warm-up.</summary>
    public int Discarded => (int)(WarmUp * Rate);

    /// <summary>All messages.</summary>
    public int Messages => Discarded + (int)(Seconds * Rate);
}

/// <summary>From a hospital's announcement to the alert on the coordinators' open pages.</summary>
public sealed class AlertLatency(LatencyPlan plan, TextWriter progress)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FloorTime = TimeSpan.FromSeconds(5);

    /// <summary>Runs it against the platform of the environment.</summary>
    public async Task<LatencyReport> RunAsync(CancellationToken cancellation)
    {
        if (plan.Messages > Crowd.Most) throw new VerbException($"at most {Crowd.Most} messages: every one is about another person");
        var settings = PlatformScope.ReadSettings();
        await using var platform = await PlatformScope.OpenAsync(cancellation);
        var crowd = new Crowd();
        progress.WriteLine($"Registering {plan.Messages} invented persons");
        await crowd.RegisterAsync(platform, plan.Messages, cancellation);
        if (!await EffectAudit.SettleAsync(platform, Patience, cancellation)) throw new VerbException("the platform does not come to rest");
        progress.WriteLine("Measuring the floor");
        var floor = await FloorAsync(settings, cancellation);
        progress.WriteLine($"Sending {plan.Messages} announcements");
        var now = platform.Get<TimeProvider>().GetUtcNow();
        var messages = Enumerable.Range(0, plan.Messages).Select(i => crowd.Announce(i, now)).ToList();
        await using var screens = await Screens.OpenAsync(settings, plan.Screens, cancellation);
        await new HospitalEngine(settings.MllpPort, plan.Connections).SendAsync(messages, Gaps(), cancellation);
        await EffectAudit.SettleAsync(platform, Patience, cancellation);
        var audit = await EffectAudit.OfAsync(platform, messages, cancellation);
        await screens.WaitForAsync([.. audit.Alerts.Values], Patience, cancellation);
        return Report(messages, screens, audit, floor);
    }

    private LatencyReport Report(List<Announcement> messages, Screens screens, EffectAudit audit, Spread floor)
    {
        var shown = messages.Where(m => m.Acknowledged)
            .Select(m => (Message: m, Alert: audit.Alerts.TryGetValue(m.ControlId, out var alert) ? screens.LastArrivalOf(alert) : null)).ToList();
        var counted = messages.Skip(plan.Discarded).ToHashSet();
        var measured = shown.Where(s => s.Alert is not null && counted.Contains(s.Message))
            .Select(s => (s.Message.DueAt, Ack: s.Message.AcknowledgedAt!.Value, Alert: s.Alert!.Value)).ToList();
        return new(
            plan,
            Spread.Of(measured.Select(m => Stopwatch.GetElapsedTime(m.DueAt, m.Ack))),
            Spread.Of(measured.Select(m => m.Alert <= m.Ack ? TimeSpan.Zero : Stopwatch.GetElapsedTime(m.Ack, m.Alert))),
            Spread.Of(measured.Select(m => Stopwatch.GetElapsedTime(m.DueAt, m.Alert))),
            floor,
            measured.Count(m => m.Alert <= m.Ack),
            shown.Count(s => s.Alert is null),
            messages.Count(m => !m.Acknowledged),
            audit);
    }

    private async Task<Spread> FloorAsync(CoordinationSettings settings, CancellationToken cancellation)
    {
        await using var floor = await CommitFloor.OpenAsync(settings, cancellation);
        await floor.MeasureAsync(plan.Rate, TimeSpan.FromSeconds(1), cancellation);
        return await floor.MeasureAsync(plan.Rate, FloorTime, cancellation);
    }

    // Independent senders: the times between their messages are exponential.
    private Func<TimeSpan> Gaps()
    {
        var dice = new Random(plan.Seed);
        return () => TimeSpan.FromSeconds(-Math.Log(1 - dice.NextDouble()) / plan.Rate);
    }
}
