using System.Collections.Frozen;

namespace Platform.EventStore;

/// <summary>An event as read or appended; also for tests of projections, which need no database.</summary>
/// <typeparam name="T">The fact.</typeparam>
public sealed record Event<T>(T Data) : IEvent<T> where T : notnull
{
    /// <inheritdoc />
    public Guid Id { get; init; }

    /// <inheritdoc />
    public Guid StreamId { get; init; }

    /// <inheritdoc />
    public string StreamType { get; init; } = "";

    /// <inheritdoc />
    public long Version { get; init; }

    /// <inheritdoc />
    public string Alias { get; init; } = "";

    /// <inheritdoc />
    public int AliasVersion { get; init; } = 1;

    /// <inheritdoc />
    public string TenantId { get; init; } = "";

    /// <inheritdoc />
    public DateTimeOffset OccurredAt { get; init; }

    /// <inheritdoc />
    public DateTimeOffset RecordedAt { get; init; }

    /// <inheritdoc />
    public string? CorrelationId { get; init; }

    /// <inheritdoc />
    public string? CausationId { get; init; }

    /// <inheritdoc />
    public Guid? CommandId { get; init; }

    /// <inheritdoc />
    public string? UserName { get; init; }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, string> Headers { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <inheritdoc />
    public long Position { get; init; }

    object IEvent.Data => Data;
}
