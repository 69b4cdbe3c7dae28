namespace Platform.EventStore;

/// <summary>A stored fact with its metadata.</summary>
public interface IEvent
{
    /// <summary>The event's own id.</summary>
    Guid Id { get; }

    /// <summary>Its stream.</summary>
    Guid StreamId { get; }

    /// <summary>The stored name of the kind of stream.</summary>
    string StreamType { get; }

    /// <summary>Place in the stream, from 1.</summary>
    long Version { get; }

    /// <summary>The fact.</summary>
    object Data { get; }

    /// <summary>The stored name of the kind of event.</summary>
    string Alias { get; }

    /// <summary>The version of the body as it was stored, before any upcast.</summary>
    int AliasVersion { get; }

    /// <summary>The tenant.</summary>
    string TenantId { get; }

    /// <summary>When the fact happened.</summary>
    DateTimeOffset OccurredAt { get; }

    /// <summary>When it was recorded, by the store's clock, in microseconds.</summary>
    DateTimeOffset RecordedAt { get; }

    /// <summary>The request or message chain.</summary>
    string? CorrelationId { get; }

    /// <summary>The message or event that led to it.</summary>
    string? CausationId { get; }

    /// <summary>The command.</summary>
    Guid? CommandId { get; }

    /// <summary>Identifier of the actor.</summary>
    string? UserName { get; }

    /// <summary>Other metadata.</summary>
    IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>Global position, from 1, dense; 0 until sequenced.</summary>
    long Position { get; }
}

/// <summary>A stored fact of a known type.</summary>
/// <typeparam name="T">The fact.</typeparam>
public interface IEvent<out T> : IEvent where T : notnull
{
    /// <summary>The fact.</summary>
    new T Data { get; }
}
