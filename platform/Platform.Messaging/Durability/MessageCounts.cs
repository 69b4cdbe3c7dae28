namespace Platform.Messaging;

/// <summary>State of the durable messages of all tenants at one instant of the store's clock.</summary>
/// <param name="Inbox">Messages waiting, running or between two attempts.</param>
/// <param name="Scheduled">Messages not delivered yet that have a time of their own.</param>
/// <param name="Outbox">Messages for another tenant that are not carried over yet.</param>
/// <param name="DeadLetters">Dead letters neither replayed nor discarded.</param>
/// <param name="OldestDue">How long the oldest due message has been waiting or running.</param>
/// <param name="OldestOutgoing">Age of the oldest message in the outbox.</param>
/// <param name="OldestDeadLetter">Age of the oldest open dead letter.</param>
public sealed record MessageCounts(
    long Inbox, long Scheduled, long Outbox, long DeadLetters,
    TimeSpan OldestDue, TimeSpan OldestOutgoing, TimeSpan OldestDeadLetter);
