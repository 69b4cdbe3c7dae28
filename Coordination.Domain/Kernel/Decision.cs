using System.Collections.Immutable;

namespace Coordination.Domain.Kernel;

/// <summary>What a pure decision gives: events (none when the fact is already true) or one typed error.</summary>
public sealed record Decision
{
    private Decision(ImmutableArray<IDomainEvent> events, DomainError? error) => (Events, Error) = (events, error);

    /// <summary>Events to append, in order; empty when there is nothing new to say or the command is refused.</summary>
    public ImmutableArray<IDomainEvent> Events { get; }

    /// <summary>Why the command is refused; null when it is accepted.</summary>
    public DomainError? Error { get; }

    /// <summary>True when the command breaks a rule.</summary>
    public bool IsRefused => Error is not null;

    /// <summary>Accepted, and already true.</summary>
    public static Decision Nothing { get; } = new([], null);

    /// <summary>Accepted with these events.</summary>
    public static Decision Accept(params ReadOnlySpan<IDomainEvent> events) => new([.. events], null);

    /// <summary>Refused for this reason; nothing is written.</summary>
    public static Decision Refuse(DomainError error) => new([], error);

    /// <summary>Equal when the events are the same ones, in the same order, and so is the error.</summary>
    public bool Equals(Decision? other) => other is not null && Equals(Error, other.Error) && Events.SequenceEqual(other.Events);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Error, Events.Length);
}
