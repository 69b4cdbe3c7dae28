using System.Collections.Immutable;
using System.Diagnostics;
using Coordination.Domain.Identifiers;

namespace Coordination.Domain.CareRecord;

/// <summary>What the log itself tells of a person: that she is registered, and which establishments know her.</summary>
public sealed record PersonState(PersonId PersonId, ImmutableSortedSet<string> Establishments)
{
    /// <summary>Last day of a legal hold; null without one.</summary>
    public DateOnly? HeldUntil { get; init; }

    /// <summary>Her key is gone.</summary>
    public bool Erased { get; init; }

    /// <summary>The person after one more fact.</summary>
    public static PersonState Evolve(PersonState? state, PersonEvent fact) => (state, fact) switch
    {
        (null, PersonRegistered e) => new(e.PersonId, []),
        ({ } s, LocalIdentifierLinked e) => s with { Establishments = s.Establishments.Add(e.Establishment.Value) },
        ({ } s, LegalHoldPlaced e) => s with { HeldUntil = e.Until },
        ({ } s, LegalHoldLifted) => s with { HeldUntil = null },
        ({ } s, PersonErased) => s with { Erased = true },
        _ => throw new UnreachableException($"{fact.GetType().Name} on {(state is null ? "nobody" : "a person")}"),
    };
}
