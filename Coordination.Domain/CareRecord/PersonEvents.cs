using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Facts of a person's identity stream. They carry no trait: traits live sealed in the identity store.</summary>
public abstract record PersonEvent : IDomainEvent;

/// <summary>A person exists in this territory; the traits were written to the identity store in the same transaction.</summary>
/// <param name="Status">How sure the identity was from the start; null for a provisional one.</param>
public sealed record PersonRegistered(
    PersonId PersonId, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IdentityStatus? Status = null) : PersonEvent;

/// <summary>An establishment's local identifier (IPP) is known to be this person's; the identifier itself is only a blind index.</summary>
public sealed record LocalIdentifierLinked(PersonId PersonId, Finess Establishment) : PersonEvent;

/// <summary>Traits were corrected; their values are in the identity store.</summary>
public sealed record TraitsCorrected(ImmutableArray<TraitField> Fields) : PersonEvent;

/// <summary>INSi gave an INS (return code 00).</summary>
public sealed record InsRetrieved(InsKind Kind) : PersonEvent;

/// <summary>INSi gave no INS.</summary>
public sealed record InsRejected(InsRejection Reason) : PersonEvent;

/// <summary>The INS was not hers: NIR and NIA are both gone.</summary>
public sealed record InsRemoved(InsRemovalReason Reason) : PersonEvent;

/// <summary>A document of high trust was seen.</summary>
/// <param name="ValidUntil">Last day of the document; null for one without an end.</param>
public sealed record IdentityValidated(IdentityDocument Document, DateOnly? ValidUntil) : PersonEvent;

/// <summary>INS and document both stand, and agree: the matricule may be given to others.</summary>
public sealed record IdentityQualified : PersonEvent;

/// <summary>The document counts no longer.</summary>
public sealed record IdentityDevalidated(DevalidationReason Reason) : PersonEvent;

/// <summary>Homonym, doubtful or fictitious from now on.</summary>
public sealed record IdentityAttributeSet(IdentityAttribute Attribute) : PersonEvent;

/// <summary>No longer so.</summary>
public sealed record IdentityAttributeRemoved(IdentityAttribute Attribute) : PersonEvent;

/// <summary>Another identity was found to be this person: on the stream of the one that stays.</summary>
public sealed record PersonAbsorbed(PersonId Other) : PersonEvent;

/// <summary>This identity is another one's: on the stream of the one that goes. Nothing of it is changed, so that it can come back.</summary>
public sealed record PersonMerged(PersonId Into) : PersonEvent;

/// <summary>The other identity is a person of its own after all.</summary>
public sealed record AbsorptionUndone(PersonId Other) : PersonEvent;

/// <summary>This identity is a person of its own after all.</summary>
public sealed record MergeUndone(PersonId From) : PersonEvent;
