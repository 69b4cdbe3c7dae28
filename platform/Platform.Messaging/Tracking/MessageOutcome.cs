namespace Platform.Messaging;

/// <summary>How one delivery ended.</summary>
public enum MessageOutcome
{
    /// <summary>Not recorded: the message will be delivered again when its lease has run out.</summary>
    Unknown,

    /// <summary>Handled; its effects are committed.</summary>
    Handled,

    /// <summary>Failed, and will be delivered again after a cooldown.</summary>
    Rescheduled,

    /// <summary>Failed for the last time: a dead letter.</summary>
    MovedToErrorQueue,

    /// <summary>Failed and let go by a rule.</summary>
    Discarded,

    /// <summary>Another delivery, a cancellation or a replacement came first; nothing of this one was written.</summary>
    LeaseLost,

    /// <summary>The handler saved a second session, which was refused.</summary>
    SavedTwice,

    /// <summary>Given back unhandled because the node stops.</summary>
    Released,
}
