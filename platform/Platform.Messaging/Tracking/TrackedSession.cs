using System.Collections.Concurrent;

namespace Platform.Messaging;

/// <summary>One delivery seen by a tracked session.</summary>
/// <param name="Envelope">The message's envelope.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Error">What the handler threw, if it failed.</param>
public sealed record TrackedDelivery(Envelope Envelope, MessageOutcome Outcome, Exception? Error);

/// <summary>What was sent and handled during an activity, in the order seen by this node.</summary>
public sealed class TrackedSession
{
    internal TrackedSession(MessageSerializer serializer)
    {
        Deliveries = new ConcurrentQueue<TrackedDelivery>();
        SentEnvelopes = new EnvelopeRecords(serializer);
        ReceivedEnvelopes = new EnvelopeRecords(serializer);
        Serializer = serializer;
    }

    /// <summary>Messages queued into a transaction, one a queue; those of a transaction rolled back are among them.</summary>
    public EnvelopeRecords Sent => SentEnvelopes;

    /// <summary>Deliveries begun.</summary>
    public EnvelopeRecords Received => ReceivedEnvelopes;

    /// <summary>Messages handled.</summary>
    public EnvelopeRecords Executed => Of(MessageOutcome.Handled);

    /// <summary>Messages that failed and wait for their next attempt.</summary>
    public EnvelopeRecords Rescheduled => Of(MessageOutcome.Rescheduled);

    /// <summary>Messages that became dead letters.</summary>
    public EnvelopeRecords MovedToErrorQueue => Of(MessageOutcome.MovedToErrorQueue);

    /// <summary>All deliveries that ended, with what a failing handler threw.</summary>
    public IReadOnlyCollection<TrackedDelivery> Outcomes => Deliveries;

    internal EnvelopeRecords SentEnvelopes { get; }

    internal EnvelopeRecords ReceivedEnvelopes { get; }

    internal ConcurrentQueue<TrackedDelivery> Deliveries { get; }

    private MessageSerializer Serializer { get; }

    private EnvelopeRecords Of(MessageOutcome outcome)
    {
        var records = new EnvelopeRecords(Serializer);
        foreach (var delivery in Deliveries.Where(delivery => delivery.Outcome == outcome))
        {
            records.Add(delivery.Envelope);
        }

        return records;
    }
}
