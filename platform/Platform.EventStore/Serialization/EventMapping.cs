namespace Platform.EventStore;

/// <summary>How one event type is stored.</summary>
public sealed class EventMapping
{
    private readonly Func<object, EventMetadata, IEvent> _wrap;

    private EventMapping(Type type, string alias, int version, Func<object, EventMetadata, IEvent> wrap) =>
        (Type, Alias, Version, _wrap) = (type, alias, version, wrap);

    /// <summary>The type of the body.</summary>
    public Type Type { get; }

    /// <summary>The stored name.</summary>
    public string Alias { get; }

    /// <summary>The version of the body that is written now.</summary>
    public int Version { get; }

    internal static EventMapping Of<T>(string alias, int version) where T : notnull =>
        new(typeof(T), alias, version, (data, m) => new Event<T>((T)data)
        {
            Id = m.Id,
            StreamId = m.StreamId,
            StreamType = m.StreamType,
            Version = m.Version,
            Alias = alias,
            AliasVersion = m.AliasVersion,
            TenantId = m.TenantId,
            OccurredAt = m.OccurredAt,
            RecordedAt = m.RecordedAt,
            CorrelationId = m.CorrelationId,
            CausationId = m.CausationId,
            CommandId = m.CommandId,
            UserName = m.UserName,
            Headers = m.Headers,
            Position = m.Position,
        });

    internal IEvent Wrap(object data, EventMetadata metadata) => _wrap(data, metadata);
}

internal sealed record EventMetadata(
    Guid Id, Guid StreamId, string StreamType, long Version, int AliasVersion, string TenantId,
    DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, string? CorrelationId, string? CausationId,
    Guid? CommandId, string? UserName, IReadOnlyDictionary<string, string> Headers, long Position);
