namespace Platform.EventStore;

/// <summary>What a session acts for. The metadata is written on every event it appends.</summary>
/// <param name="TenantId">The tenant; every statement of the session is confined to it.</param>
public sealed record SessionOptions(string TenantId)
{
    /// <summary>The database role.</summary>
    public DatabaseRole Role { get; init; } = DatabaseRole.App;

    /// <summary>The request or message chain.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The message or event that led here.</summary>
    public string? CausationId { get; init; }

    /// <summary>The command.</summary>
    public Guid? CommandId { get; init; }

    /// <summary>Identifier of the actor, never a name.</summary>
    public string? UserName { get; init; }

    /// <summary>When the facts happened; the time of record if null.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>Other metadata, no personal data.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }
}
