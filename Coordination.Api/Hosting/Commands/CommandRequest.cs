using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Platform.EventStore;

namespace Coordination.Api.Hosting.Commands;

/// <summary>What goes with a command besides itself.</summary>
/// <param name="StreamId">The stream it speaks to.</param>
public sealed record CommandRequest(TerritoryId Territory, Actor Actor, Guid StreamId)
{
    /// <summary>Idempotency key chosen by the sender.</summary>
    public Guid? CommandId { get; init; }

    /// <summary>Optimistic concurrency as the sender saw it.</summary>
    public long? ExpectedVersion { get; init; }

    /// <summary>Whether a fact that the sender had not seen speaks against the command; null when any does.</summary>
    public Func<IEvent, bool>? Clashes { get; init; }

    /// <summary>Trace that the command belongs to.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Time of the fact where it is not the time of record.</summary>
    public DateTimeOffset? OccurredAt { get; init; }
}

/// <summary>What came of a command.</summary>
/// <param name="Error">Why it was refused; null when it was accepted.</param>
/// <param name="Version">The stream's version afterwards.</param>
/// <param name="IsNew">The command said something new.</param>
public sealed record CommandOutcome(DomainError? Error, long Version, bool IsNew = false);

/// <summary>The stream changed since the sender saw it.</summary>
public sealed record ConcurrentChange(long CurrentVersion) : DomainError("CONCURRENT_CHANGE")
{
    /// <summary>What changed, where the command can tell.</summary>
    public IReadOnlyList<IEvent> Changes { get; init; } = [];
}

/// <summary>The command id was used before with another content.</summary>
public sealed record IdempotencyMismatch() : DomainError("IDEMPOTENCY_MISMATCH", "commandId");
