using Coordination.Domain.Identifiers;

namespace Coordination.Simulator.Territory;

/// <summary>What a structure of the demo is.</summary>
public enum StructureKind
{
    /// <summary>Dispositif d'appui à la coordination.</summary>
    Dac,

    /// <summary>Centre hospitalier.</summary>
    Hospital,

    /// <summary>Centre médico-social.</summary>
    MedicoSocialCentre,

    /// <summary>EHPAD.</summary>
    NursingHome,

    /// <summary>SAD aide (ex-SAAD).</summary>
    HomeHelp,

    /// <summary>SAD mixte: help and care at home (ex-SPASAD).</summary>
    MixedHomeService,

    /// <summary>Maison de santé pluriprofessionnelle.</summary>
    HealthHouse,

    /// <summary>Communauté professionnelle territoriale de santé.</summary>
    HealthCommunity,
}

/// <summary>An invented structure in a real commune.</summary>
/// <param name="Finess">Number of the invented range 47099, its key right.</param>
public sealed record DemoStructure(Finess Finess, string Name, StructureKind Kind, Commune Commune)
{
    /// <summary>FINESS category (TRE_R66), as the directory keeps it; <c>DAC</c> for the DAC, which has none there.</summary>
    public string Category => Kind switch
    {
        StructureKind.Hospital => "355",
        StructureKind.MedicoSocialCentre => "445",
        StructureKind.NursingHome => "500",
        StructureKind.HomeHelp => "460",
        StructureKind.MixedHomeService => "209",
        StructureKind.HealthHouse => "603",
        StructureKind.HealthCommunity => "604",
        _ => "DAC",
    };
}
