using System.Globalization;
using Coordination.Simulator.Load;

namespace Coordination.Simulator.Chaos;

/// <summary>What was found.</summary>
/// <param name="Repeated">Messages that had to be sent more than once.</param>
/// <param name="Refused">Messages answered otherwise than AA.</param>
/// <param name="Away">How long the platform was away after each kill.</param>
/// <param name="Settled">Everything under way came to its end.</param>
/// <param name="Ready">The platform serves at the end.</param>
/// <param name="Audit">What the log says.</param>
public sealed record KillReport(int Repeated, int Refused, IReadOnlyList<TimeSpan> Away, TimeSpan? Settled, bool Ready, EffectAudit Audit)
{
    /// <summary>Nothing lost, doubled or stuck.</summary>
    public bool Passed => Refused == 0 && Settled is not null && Ready && Audit.Whole;

    /// <summary>Writes it.</summary>
    public void Print(TextWriter output)
    {
        output.WriteLine($"kills: {Away.Count}; ready again after {string.Join(", ", Away.Select(Seconds))} s");
        output.WriteLine($"acknowledged: {Audit.Acknowledged}, of these sent more than once: {Repeated}; refused: {Refused}");
        output.WriteLine(Settled is { } time ? $"everything done {Seconds(time)} s after the last acknowledgement" : "messages are still under way");
        output.WriteLine(
            $"without discharge {Audit.Unannounced}, without alert {Audit.Unalerted}, alerted twice {Audit.AlertedTwice}, dead letters {Audit.DeadLetters}, gaps {Audit.Gaps}");
        if (!Ready) output.WriteLine("the API does not serve");
        output.WriteLine(Passed ? "nothing lost, nothing doubled" : "FAILED: see above");
    }

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0}");
}
