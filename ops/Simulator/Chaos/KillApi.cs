using System.Diagnostics;
using Coordination.Simulator.Load;
using Coordination.Simulator.Verbs;

namespace Coordination.Simulator.Chaos;

/// <summary>What is asked.</summary>
public sealed record KillPlan(int Messages, int Kills, double Rate, int Connections, int Seed);

/// <summary>
/// A stream of announcements, each about somebody else, from an engine that repeats what was not answered, while the API is killed at
/// random instants: each acknowledged message must have its effect, once.
/// </summary>
public sealed class KillApi(KillPlan plan, TextWriter progress)
{
    private const int LongestJitter = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    /// <summary>Runs it against the platform of the environment, which <c>ops/run</c> has to have started.</summary>
    public async Task<KillReport> RunAsync(CancellationToken cancellation)
    {
        if (plan.Messages > Crowd.Most) throw new VerbException($"at most {Crowd.Most} messages: every one is about another person");
        if (plan.Kills >= plan.Messages) throw new VerbException("fewer kills than messages are expected");
        var settings = PlatformScope.ReadSettings();
        await using var platform = await PlatformScope.OpenAsync(cancellation);
        using var api = new ApiProcess(settings.DataFolder, settings.HttpPort);
        var crowd = new Crowd();
        progress.WriteLine($"Registering {plan.Messages} invented persons");
        await crowd.RegisterAsync(platform, plan.Messages, cancellation);
        progress.WriteLine($"Sending {plan.Messages} announcements, killing the API {plan.Kills} times (seed {plan.Seed})");
        var now = platform.Get<TimeProvider>().GetUtcNow();
        var messages = Enumerable.Range(0, plan.Messages).Select(i => crowd.Announce(i, now)).ToList();
        var away = await SendAndKillAsync(messages, new HospitalEngine(settings.MllpPort, plan.Connections), api, cancellation);
        var begun = Stopwatch.GetTimestamp();
        var settled = await EffectAudit.SettleAsync(platform, Patience, cancellation) ? Stopwatch.GetElapsedTime(begun) : (TimeSpan?)null;
        var audit = await EffectAudit.OfAsync(platform, messages, cancellation);
        return new(
            messages.Count(m => m.Acknowledged && m.Sendings > 1), messages.Count(m => !m.Acknowledged), away, settled, await api.IsReadyAsync(cancellation), audit);
    }

    private async Task<IReadOnlyList<TimeSpan>> SendAndKillAsync(
        IReadOnlyList<Announcement> messages, HospitalEngine engine, ApiProcess api, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var killing = KillAsync(engine, api, stop.Token);
        var sending = engine.SendAsync(messages, () => TimeSpan.FromSeconds(1 / plan.Rate), stop.Token);
        // Whichever fails first ends the other, and is what is told.
        var first = await Task.WhenAny(sending, killing);
        if (!first.IsCompletedSuccessfully) await stop.CancelAsync();
        await first;
        await sending;
        return await killing;
    }

    // The instants hang on progress, not on time: on any machine the kills hit the same parts of the stream.
    private async Task<IReadOnlyList<TimeSpan>> KillAsync(HospitalEngine engine, ApiProcess api, CancellationToken cancellation)
    {
        var dice = new Random(plan.Seed);
        var away = new List<TimeSpan>();
        foreach (var count in Enumerable.Range(0, plan.Kills).Select(_ => dice.Next(plan.Messages)).Order())
        {
            while (engine.Answered < count) await Task.Delay(Look, cancellation);
            await Task.Delay(dice.Next(LongestJitter), cancellation);
            away.Add(await api.KillAsync(cancellation));
        }

        return away;
    }
}
