using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Facts of a person's identity stream. They carry no trait: traits live sealed in the identity store.</summary>
public abstract record PersonEvent : IDomainEvent;

/// <summary>A person exists in this territory; the traits were written to the identity store in the same transaction.</summary>
public sealed record PersonRegistered(PersonId PersonId) : PersonEvent;

/// <summary>An establishment's local identifier (IPP) is known to be this person's; the identifier itself is only a blind index.</summary>
public sealed record LocalIdentifierLinked(PersonId PersonId, Finess Establishment) : PersonEvent;
