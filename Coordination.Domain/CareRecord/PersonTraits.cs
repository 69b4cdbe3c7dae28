using System.Collections.Immutable;
using System.Text.Json.Serialization;
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
    /// <summary>The birth date as it was written, where it is not one whole day; then <see cref="BirthDate"/> is null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BirthDateText { get; init; }

    /// <summary>What INSi answered, unchanged (INS-06); null until it did. Names and telephone used locally are never overwritten by it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public InsTraits? Official { get; init; }

    /// <summary>The NIA that a NIR replaced: kept, never preferred.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Ins? FormerIns { get; init; }

    /// <summary>Homonym, doubtful, fictitious; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<IdentityAttribute>? Attributes { get; init; }

    /// <summary>When she was born, as far as it is known.</summary>
    [JsonIgnore]
    public IdentityBirthDay? Born => BirthDate is { } day ? IdentityBirthDay.Of(day) : IdentityBirthDay.Parse(BirthDateText);

    /// <summary>The matricule as others may get it: of a qualified identity that is not invented; else null (INS-04, INS-05).</summary>
    [JsonIgnore]
    public Ins? OutwardIns => Status is IdentityStatus.Qualified && Ins is { HasValidKey: true } ins && !Is(IdentityAttribute.Fictitious) && !Is(IdentityAttribute.Doubtful) ? ins : null;

    /// <summary>Whether an attribute is set.</summary>
    public bool Is(IdentityAttribute attribute) => Attributes?.Contains(attribute) == true;

    /// <summary>Never a trait: it must not reach a log.</summary>
    public override string ToString() => "***";
}

/// <summary>The strict traits as INSi answered them: upper case, without accents, never changed by hand.</summary>
/// <param name="BirthDate">As written, see <see cref="IdentityBirthDay"/>.</param>
/// <param name="BirthPlace">INSEE code of the commune or country.</param>
public sealed record InsTraits(string BirthName, string GivenNames, Sex Sex, string BirthDate, string? BirthPlace)
{
    /// <summary>Never a trait: it must not reach a log.</summary>
    public override string ToString() => "***";
}
