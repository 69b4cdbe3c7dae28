using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>How far data about a person reaches (R.1110-1: only what one's mission needs).</summary>
public enum DataClass
{
    /// <summary>Who the person is, where she lives, who follows her.</summary>
    Administrative,

    /// <summary>How she lives: housing, autonomy, carers, rights.</summary>
    Social,

    /// <summary>Her health.</summary>
    Clinical,

    /// <summary>Her mental health.</summary>
    MentalHealth,
}

/// <summary>A heading of the person's situation. What is estimated by a professional and what the Département notified are two facts.</summary>
public enum SituationTopic
{
    /// <summary>GIR estimated by a professional.</summary>
    EstimatedGir,

    /// <summary>GIR notified by the Département.</summary>
    NotifiedGir,

    /// <summary>Housing and access to it.</summary>
    Housing,

    /// <summary>Carers, and how they bear it.</summary>
    Carers,

    /// <summary>Rights and resources.</summary>
    Entitlements,

    /// <summary>What the person wishes.</summary>
    Wishes,

    /// <summary>Health problems and risks.</summary>
    HealthRisks,

    /// <summary>Treatments to watch.</summary>
    SensitiveTreatments,

    /// <summary>Mental health.</summary>
    MentalHealth,
}

/// <summary>The class of each heading.</summary>
public static class SituationTopics
{
    /// <summary>How far a heading reaches.</summary>
    public static DataClass ClassOf(SituationTopic topic) => topic switch
    {
        SituationTopic.HealthRisks or SituationTopic.SensitiveTreatments => DataClass.Clinical,
        SituationTopic.MentalHealth => DataClass.MentalHealth,
        _ => DataClass.Social,
    };

    /// <summary>A heading that holds a GIR, « 1 » to « 6 », and no text.</summary>
    public static bool IsGir(SituationTopic topic) => topic is SituationTopic.EstimatedGir or SituationTopic.NotifiedGir;
}

/// <summary>What stands under a heading, and from whom it is hidden.</summary>
public sealed record SituationEntry(SituationTopic Topic, Protected<string> Text, Masks Masks)
{
    /// <summary>Whether the person hid it from this professional.</summary>
    public bool IsMaskedFrom(ProfessionalId? professional) => professional is { } who && Masks.Contains(who);
}
