using System.Globalization;
using System.Text.Json;
using Coordination.Simulator.Load;

namespace Coordination.Simulator.Bench;

/// <summary>What the bench found; durations in milliseconds.</summary>
/// <param name="Plan">What was asked for.</param>
/// <param name="SendToAck">From the hour a message was due to its acknowledgement.</param>
/// <param name="AckToAlert">From the acknowledgement to the alert on the last of the screens; before it counts as 0.</param>
/// <param name="SendToAlert">From the hour a message was due to the alert on the last of the screens.</param>
/// <param name="Floor">One durable row and its notification, on the same cluster, just before.</param>
/// <param name="BeforeAck">Alerts that were on every screen before the acknowledgement.</param>
/// <param name="NotShown">Accepted messages whose alert did not come to every screen.</param>
/// <param name="Refused">Messages answered otherwise than AA.</param>
/// <param name="Audit">What the log says.</param>
public sealed record LatencyReport(
    LatencyPlan Plan, Spread SendToAck, Spread AckToAlert, Spread SendToAlert, Spread Floor, int BeforeAck, int NotShown, int Refused, EffectAudit Audit)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Every accepted message has exactly one alert, in the log and on every screen.</summary>
    public bool NothingLost => Audit.Whole && NotShown + Refused == 0;

    /// <summary>Writes the table.</summary>
    public void Print(TextWriter output)
    {
        string Line(string name, Spread s) => string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-26}{s.Count,8}{s.Median,10:0.0}{s.P90,9:0.0}{s.P99,9:0.0}{s.Max,9:0.0}{Ratio(s.Median, Floor.Median),12}{Ratio(s.P99, Floor.P99),9}");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Plan.Rate:0.#} messages/s for {Plan.Seconds} s after {Plan.WarmUp} s, {Plan.Connections} connection(s), {Plan.Screens} screen(s), {Environment.ProcessorCount} processor(s)"));
        output.WriteLine($"{"ms",-26}{"n",8}{"median",10}{"p90",9}{"p99",9}{"max",9}{"× floor",12}{"(p99)",9}");
        output.WriteLine(Line("message due → ACK", SendToAck));
        output.WriteLine(Line("ACK → alert on screens", AckToAlert));
        output.WriteLine(Line("message due → alert", SendToAlert));
        output.WriteLine(Line("floor: commit + NOTIFY", Floor));
        output.WriteLine($"alerts before the ACK: {BeforeAck}; accepted: {Audit.Acknowledged}; refused: {Refused}; not on every screen: {NotShown}");
        output.WriteLine(
            $"in the log: without discharge {Audit.Unannounced}, without alert {Audit.Unalerted}, alerted twice {Audit.AlertedTwice}, dead letters {Audit.DeadLetters}, gaps {Audit.Gaps}");
        output.WriteLine(NothingLost ? "nothing lost" : "LOST: see above");
    }

    /// <summary>The same as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            bench = "alert-latency",
            plan = Plan,
            processors = Environment.ProcessorCount,
            milliseconds = new { sendToAck = SendToAck, ackToAlert = AckToAlert, sendToAlert = SendToAlert, floor = Floor },
            ratios = new
            {
                ackToAlertMedian = Quotient(AckToAlert.Median, Floor.Median),
                ackToAlertP99 = Quotient(AckToAlert.P99, Floor.P99),
                sendToAlertMedian = Quotient(SendToAlert.Median, Floor.Median),
                sendToAlertP99 = Quotient(SendToAlert.P99, Floor.P99),
            },
            beforeAck = BeforeAck,
            lost = new { NotShown, Refused, Audit.Unannounced, Audit.Unalerted, Audit.AlertedTwice, Audit.DeadLetters, Audit.Gaps },
            accepted = Audit.Acknowledged,
            nothingLost = NothingLost,
        },
        Json);

    private static double Quotient(double value, double floor) => floor > 0 ? Math.Round(value / floor, 2) : 0;

    private static string Ratio(double value, double floor) => string.Create(CultureInfo.InvariantCulture, $"{Quotient(value, floor):0.0}");
}
