using Coordination.Domain.Kernel;

namespace Coordination.Domain.Rights;

/// <summary>What a person may be entitled to.</summary>
public enum BenefitKind
{
    /// <summary>Assurance maladie obligatoire.</summary>
    HealthInsurance,

    /// <summary>Complémentaire santé.</summary>
    ComplementaryInsurance,

    /// <summary>Complémentaire santé solidaire.</summary>
    SolidarityInsurance,

    /// <summary>Affection de longue durée.</summary>
    LongTermIllness,

    /// <summary>Allocation personnalisée d'autonomie.</summary>
    AutonomyAllowance,

    /// <summary>Prestation de compensation du handicap.</summary>
    DisabilityCompensation,

    /// <summary>Allocation aux adultes handicapés.</summary>
    DisabledAdultAllowance,

    /// <summary>Allocation d'éducation de l'enfant handicapé.</summary>
    DisabledChildAllowance,

    /// <summary>Orientation decided by the MDPH.</summary>
    DisabilityOrientation,

    /// <summary>Carte mobilité inclusion.</summary>
    MobilityInclusionCard,

    /// <summary>Aide sociale à l'hébergement.</summary>
    HousingAssistance,

    /// <summary>Another one, named by its reference.</summary>
    Other,
}

/// <summary>How far a benefit has come.</summary>
public enum BenefitState
{
    /// <summary>Asked for; nothing decided.</summary>
    Requested,

    /// <summary>Granted.</summary>
    Granted,

    /// <summary>Refused.</summary>
    Refused,

    /// <summary>Granted for a further time.</summary>
    Renewed,

    /// <summary>Over.</summary>
    Ended,
}

/// <summary>A benefit of a person, as last recorded.</summary>
/// <param name="Until">Last day; null without one.</param>
public sealed record Benefit(Guid Id, BenefitKind Kind, BenefitState State, DateOnly? From, DateOnly? Until, Protected<string>? Reference)
{
    /// <summary>Its end is to be watched: it stands, and it has one.</summary>
    public DateOnly? EndsOn => State is BenefitState.Granted or BenefitState.Renewed ? Until : null;
}
