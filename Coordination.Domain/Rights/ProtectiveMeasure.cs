using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Rights;

/// <summary>Protective measures of an adult (Code civil, book I title XI).</summary>
public enum MeasureKind
{
    /// <summary>Tutelle.</summary>
    Guardianship,

    /// <summary>Curatelle simple.</summary>
    SimpleCuratorship,

    /// <summary>Curatelle renforcée.</summary>
    ReinforcedCuratorship,

    /// <summary>Sauvegarde de justice.</summary>
    CourtSafeguard,

    /// <summary>Habilitation familiale.</summary>
    FamilyHabilitation,

    /// <summary>Mandat de protection future.</summary>
    FutureProtectionMandate,
}

/// <summary>What a measure is about.</summary>
public enum MeasureScope
{
    /// <summary>The person and her goods.</summary>
    PersonAndGoods,

    /// <summary>The person alone.</summary>
    Person,

    /// <summary>Her goods alone.</summary>
    Goods,
}

/// <summary>Who carries a measure out: a structure of the directory (category 340), or somebody named.</summary>
public sealed record Representative(Finess? Structure, Protected<string>? Name);

/// <summary>A protective measure, as last recorded.</summary>
/// <param name="Until">Last day; null without one.</param>
/// <param name="EndedOn">When it was ended before.</param>
public sealed record ProtectiveMeasure(
    Guid Id, MeasureKind Kind, MeasureScope Scope, Representative By, DateOnly DecidedOn, DateOnly? Until, DateOnly? EndedOn)
{
    /// <summary>Its end is to be watched: it stands, and it has one.</summary>
    public DateOnly? EndsOn => EndedOn is null ? Until : null;
}
