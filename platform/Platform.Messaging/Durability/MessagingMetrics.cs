using System.Diagnostics.Metrics;

namespace Platform.Messaging;

/// <summary>Meter <c>Platform.Messaging</c>: gauges are sampled by the agent, durations are in seconds.</summary>
internal sealed class MessagingMetrics : IDisposable
{
    public const string Name = "Platform.Messaging";

    private readonly Meter _meter = new(Name);
    private readonly Histogram<double> _duration;
    private MessageCounts? _counts;

    public MessagingMetrics()
    {
        _duration = _meter.CreateHistogram<double>("messaging.execution.duration", "s", "Time of one delivery, by alias and outcome");
        Gauge("messaging.inbox.count", "{message}", counts => counts.Inbox);
        Gauge("messaging.scheduled.count", "{message}", counts => counts.Scheduled);
        Gauge("messaging.outbox.count", "{message}", counts => counts.Outbox);
        Gauge("messaging.dead_letters.count", "{message}", counts => counts.DeadLetters);
        Gauge("messaging.inbox.oldest_due", "s", counts => counts.OldestDue.TotalSeconds);
        Gauge("messaging.outbox.oldest", "s", counts => counts.OldestOutgoing.TotalSeconds);
        Gauge("messaging.dead_letters.oldest", "s", counts => counts.OldestDeadLetter.TotalSeconds);
    }

    public void Sample(MessageCounts counts) => Volatile.Write(ref _counts, counts);

    public void Executed(Envelope envelope, MessageOutcome outcome, TimeSpan duration) =>
        _duration.Record(
            duration.TotalSeconds,
            new KeyValuePair<string, object?>("message", envelope.MessageType),
            new KeyValuePair<string, object?>("outcome", outcome.ToString()));

    public void Dispose() => _meter.Dispose();

    private void Gauge(string name, string unit, Func<MessageCounts, double> value) =>
        _meter.CreateObservableGauge(
            name, () => Volatile.Read(ref _counts) is { } counts ? [new Measurement<double>(value(counts))] : Array.Empty<Measurement<double>>(), unit);
}
