using System.Collections.Immutable;
using System.Diagnostics;
using Coordination.Domain.Identifiers;

namespace Coordination.Domain.CareRecord;

/// <summary>What the log itself tells of a person: which establishments know her, how sure her identity is, whose identity it became.</summary>
public sealed record PersonState(PersonId PersonId, ImmutableSortedSet<string> Establishments)
{
    /// <summary>Last day of a legal hold; null without one.</summary>
    public DateOnly? HeldUntil { get; init; }

    /// <summary>Her key is gone.</summary>
    public bool Erased { get; init; }

    /// <summary>A document of high trust stands.</summary>
    public bool HasDocument { get; init; }

    /// <summary>INSi gave an INS, and it stands.</summary>
    public bool HasIns { get; init; }

    /// <summary>Homonym, doubtful, fictitious.</summary>
    public ImmutableSortedSet<IdentityAttribute> Attributes { get; init; } = [];

    /// <summary>Whose identity this one became; null while it is a person of its own.</summary>
    public PersonId? MergedInto { get; init; }

    /// <summary>Identities that became this one.</summary>
    public ImmutableArray<PersonId> Absorbed { get; init; } = [];

    /// <summary>The four statuses exclude each other: they follow from what stands.</summary>
    public IdentityStatus Status => (HasIns, HasDocument) switch
    {
        (true, true) => IdentityStatus.Qualified,
        (false, true) => IdentityStatus.Validated,
        (true, false) => IdentityStatus.Retrieved,
        _ => IdentityStatus.Provisional,
    };

    /// <summary>The attribute that forbids to validate or to qualify; null when none does.</summary>
    public IdentityAttribute? Blocking => Attributes.Contains(IdentityAttribute.Fictitious) ? IdentityAttribute.Fictitious
        : Attributes.Contains(IdentityAttribute.Doubtful) ? IdentityAttribute.Doubtful : null;

    /// <summary>The person after one more fact.</summary>
    public static PersonState Evolve(PersonState? state, PersonEvent fact) => (state, fact) switch
    {
        (null, PersonRegistered e) => new(e.PersonId, [])
        {
            HasDocument = e.Status is IdentityStatus.Validated or IdentityStatus.Qualified,
            HasIns = e.Status is IdentityStatus.Retrieved or IdentityStatus.Qualified,
        },
        ({ } s, LocalIdentifierLinked e) => s with { Establishments = s.Establishments.Add(e.Establishment.Value) },
        ({ } s, LegalHoldPlaced e) => s with { HeldUntil = e.Until },
        ({ } s, LegalHoldLifted) => s with { HeldUntil = null },
        ({ } s, PersonErased) => s with { Erased = true },
        ({ } s, TraitsCorrected or InsRejected) => s,
        ({ } s, InsRetrieved) => s with { HasIns = true },
        ({ } s, InsRemoved) => s with { HasIns = false },
        ({ } s, IdentityValidated) => s with { HasDocument = true },
        ({ } s, IdentityQualified) => s with { HasDocument = true, HasIns = true },
        ({ } s, IdentityDevalidated) => s with { HasDocument = false },
        ({ } s, IdentityAttributeSet e) => s with { Attributes = s.Attributes.Add(e.Attribute) },
        ({ } s, IdentityAttributeRemoved e) => s with { Attributes = s.Attributes.Remove(e.Attribute) },
        ({ } s, PersonAbsorbed e) => s with { Absorbed = s.Absorbed.Add(e.Other) },
        ({ } s, PersonMerged e) => s with { MergedInto = e.Into },
        ({ } s, AbsorptionUndone e) => s with { Absorbed = s.Absorbed.Remove(e.Other) },
        ({ } s, MergeUndone) => s with { MergedInto = null },
        _ => throw new UnreachableException($"{fact.GetType().Name} on {(state is null ? "nobody" : "a person")}"),
    };

    /// <summary>Equal when the identities that became this one are the same ones too.</summary>
    public bool Equals(PersonState? other) => other is not null && PersonId == other.PersonId && Establishments.SetEquals(other.Establishments)
        && HasDocument == other.HasDocument && HasIns == other.HasIns && Attributes.SetEquals(other.Attributes)
        && HeldUntil == other.HeldUntil && Erased == other.Erased && MergedInto == other.MergedInto && Absorbed.SequenceEqual(other.Absorbed);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(PersonId, Establishments.Count, Status, Attributes.Count, MergedInto, Absorbed.Length);
}
