using Coordination.Api.CareRecord;
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

    /// <summary>A task of the DAC.</summary>
    TaskChanged,

    /// <summary>A record of another territory that arrived, or its answer.</summary>
    TransferChanged,

    /// <summary>A record, what its person decided, or her care team: what was open may be closed now.</summary>
    RecordChanged,

    /// <summary>Nothing: the stream lives, and this is where it stands.</summary>
    Heartbeat,
}

/// <summary>A change as the log tells it: which stream, at which version and position; nothing of its content.</summary>
/// <param name="StreamId">The stream; for a change of a team the stream of the record.</param>
public sealed record FeedSignal(long Position, TerritoryId Territory, FeedEventType Type, Guid StreamId, long Version, DateTimeOffset At)
{
    /// <summary>The record and team of the person it is about, as they are now; null for one that names nobody.</summary>
    public PersonAccess? Person { get; init; }
}
