using Coordination.Domain.Identifiers;

namespace Coordination.Api.Feed;

/// <summary>What kind of thing changed.</summary>
public enum FeedEventType
{
    /// <summary>An alert.</summary>
    AlertChanged,

    /// <summary>A discharge.</summary>
    DischargeChanged,

    /// <summary>A request for support.</summary>
    RequestChanged,

    /// <summary>Nothing: the stream lives, and this is where it stands.</summary>
    Heartbeat,
}

/// <summary>A change as the log tells it: which stream, at which version and position; nothing of its content.</summary>
public sealed record FeedSignal(long Position, TerritoryId Territory, FeedEventType Type, Guid StreamId, long Version, DateTimeOffset At);
