namespace Platform.Messaging;

/// <summary>Identity of a dead letter.</summary>
/// <param name="TenantId">Tenant of the message.</param>
/// <param name="MessageId">Id of the message.</param>
/// <param name="Destination">Queue on which it failed.</param>
public sealed record DeadLetterId(string TenantId, Guid MessageId, string Destination);

/// <summary>A message that was given up, without its contents. What a damaged row does not tell is null.</summary>
public sealed record DeadLetter
{
    /// <summary>Identity.</summary>
    public required DeadLetterId Id { get; init; }

    /// <summary>Stored alias of the message.</summary>
    public string? MessageType { get; init; }

    /// <summary>Version of the alias.</summary>
    public int? MessageVersion { get; init; }

    /// <summary>Full name of the exception's type.</summary>
    public string? ExceptionType { get; init; }

    /// <summary>Why it failed, without contents.</summary>
    public string? ExceptionMessage { get; init; }

    /// <summary>Deliveries made.</summary>
    public int? Attempts { get; init; }

    /// <summary>When it was sent.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When it was given up.</summary>
    public required DateTimeOffset FailedAt { get; init; }

    /// <summary>Correlation of the conversation.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>False if this node cannot read the body: a replay would fail again until that is mended.</summary>
    public required bool Readable { get; init; }
}
