using System.Collections.Immutable;
using Coordination.Domain.Identifiers;

namespace Coordination.Domain.CareRecord;

/// <summary>Administrative sex of the identity.</summary>
public enum Sex
{
    /// <summary>F.</summary>
    Female,

    /// <summary>M.</summary>
    Male,

    /// <summary>Not known.</summary>
    Unknown,
}

/// <summary>How sure an identity is (RNIV).</summary>
public enum IdentityStatus
{
    /// <summary>Neither document nor INSi (provisoire).</summary>
    Provisional,

    /// <summary>INSi, no document (récupérée).</summary>
    Retrieved,

    /// <summary>Document, no INSi (validée).</summary>
    Validated,

    /// <summary>Both (qualifiée): only then may the matricule be shown outward.</summary>
    Qualified,
}

/// <summary>The identity of a person, as the identity store seals it; never in an event or a view.</summary>
public sealed record PersonTraits(
    string BirthName,
    string? UsedName,
    ImmutableArray<string> GivenNames,
    Sex Sex,
    DateOnly? BirthDate,
    string? BirthPlace,
    string? Phone,
    CommuneCode? Commune,
    Ins? Ins,
    IdentityStatus Status)
{
    /// <summary>Never a trait: it must not reach a log.</summary>
    public override string ToString() => "***";
}
