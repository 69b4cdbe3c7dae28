using System.Collections.Immutable;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Simulator.Territory;

namespace Coordination.Simulator.History;

/// <summary>How much happens around a person (DOMAIN §6.2).</summary>
public enum Pace
{
    /// <summary>On standby: a look now and then.</summary>
    Dormant,

    /// <summary>Regular contact.</summary>
    Usual,

    /// <summary>A complex situation: something every day.</summary>
    Complex,
}

/// <summary>A time at one pace; <paramref name="To"/> is the first day after it.</summary>
public sealed record Phase(DateOnly From, DateOnly To, Pace Pace);

/// <summary>A stay in hospital.</summary>
/// <param name="ByDeath">She does not come home.</param>
public sealed record Stay(int Number, DemoStructure Hospital, DateOnly From, DateOnly To, bool ByDeath);

/// <summary>How the coordination ends.</summary>
public sealed record Ending(ClosingReason Reason, DateOnly On);

/// <summary>What becomes of one person in the time that is told. The stories fill it; they agree because they read it here.</summary>
/// <param name="Coordinators">The referents, the one of today last.</param>
/// <param name="Physician">The médecin traitant; null when she has none.</param>
/// <param name="Opposed">She opposes that the DAC is told of hospital stays.</param>
public sealed record Life(
    SimulationPlan Plan,
    Cast Cast,
    int Index,
    SimulatedPerson Person,
    DateOnly Opened,
    ImmutableArray<(DateOnly Since, ProfessionalId Who)> Coordinators,
    ProfessionalId? Physician,
    bool Opposed,
    ImmutableArray<Phase> Phases,
    ImmutableArray<Stay> Stays,
    Ending? Ending)
{
    /// <summary>The first day on which nothing more is done for her.</summary>
    public DateOnly Over => Ending?.On ?? Plan.Until.AddDays(1);

    /// <summary>The coordinator in charge on a day.</summary>
    public ProfessionalId ReferentOn(DateOnly day) => Coordinators.Last(c => c.Since <= day || c == Coordinators[0]).Who;

    /// <summary>Dice of her own for a purpose.</summary>
    internal Dice Dice(string purpose) => Plan.Dice(purpose, Index);
}
