namespace Platform.Messaging;

/// <summary>How one message is to be delivered; what is null is taken from the bus or the current message.</summary>
public sealed record DeliveryOptions
{
    /// <summary>Tenant in whose name the message is handled.</summary>
    public string? TenantId { get; init; }

    /// <summary>Identity of the message for deduplication; a new one when null.</summary>
    public Guid? MessageId { get; init; }

    /// <summary>Correlation of the conversation.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>What caused the message.</summary>
    public string? CausationId { get; init; }

    /// <summary>Identifier of the actor.</summary>
    public string? UserName { get; init; }

    /// <summary>Group whose messages are handled in order, one at a time.</summary>
    public string? GroupId { get; init; }

    /// <summary>Key by which the pending message is replaced or cancelled; only inside the sender's own tenant.</summary>
    public string? ScheduleKey { get; init; }

    /// <summary>Earliest instant of handling.</summary>
    public DateTimeOffset? ScheduledTime { get; init; }

    /// <summary>Technical headers; never names or contents.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }
}
