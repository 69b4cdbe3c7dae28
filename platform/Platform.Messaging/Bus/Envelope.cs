namespace Platform.Messaging;

/// <summary>A message with everything that travels with it; one envelope per destination queue.</summary>
public sealed record Envelope
{
    /// <summary>Identity of the message; the same id sent again to the same queue has no second effect.</summary>
    public required Guid Id { get; init; }

    /// <summary>Tenant in whose name the message is handled.</summary>
    public required string TenantId { get; init; }

    /// <summary>Name of the local queue, or empty while a message is invoked in place.</summary>
    public required string Destination { get; init; }

    /// <summary>Stored alias of the message type.</summary>
    public required string MessageType { get; init; }

    /// <summary>Version of the alias.</summary>
    public required int MessageVersion { get; init; }

    /// <summary>The message serialised as UTF-8 JSON.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>When it was sent, by the sender's clock.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>Not to be handled before this instant; null for at once.</summary>
    public DateTimeOffset? ScheduledTime { get; init; }

    /// <summary>At most one pending message of a tenant and queue has this key: a new one replaces it.</summary>
    public string? ScheduleKey { get; init; }

    /// <summary>Messages of one group, tenant and queue are handled one at a time in the order sent.</summary>
    public string? GroupId { get; init; }

    /// <summary>Correlation of the whole conversation.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>What caused this message: a command id or a message id.</summary>
    public string? CausationId { get; init; }

    /// <summary>Identifier of the actor on whose behalf it was sent.</summary>
    public string? UserName { get; init; }

    /// <summary>Technical headers such as <c>traceparent</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Number of this delivery, from 1; 0 for an envelope not delivered yet or invoked in place.</summary>
    public int Attempts { get; init; }
}
