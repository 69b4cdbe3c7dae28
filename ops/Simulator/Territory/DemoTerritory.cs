using System.Collections.Immutable;

namespace Coordination.Simulator.Territory;

/// <summary>
/// The demo territory: the Lot-et-Garonne pilot of 2014 with its numbers. Communes are real; persons, professionals and structures are
/// invented. Pure: the same value at each call, on every machine.
/// </summary>
public sealed class DemoTerritory
{
    private const ulong PersonSeed = 4701, ProfessionalSeed = 4702;

    private DemoTerritory()
    {
    }

    /// <summary>The hospital whose feed the demo plays.</summary>
    public static DemoHospital Hospital { get; } = new(StructureList.All[0].Name, StructureList.All[0].Finess, "DPI-DEMO", "CH-DEMO-AGEN");

    /// <summary>Name of the DAC.</summary>
    public string Name => Structures.Single(s => s.Kind == StructureKind.Dac).Name;

    /// <summary>The three PSP.</summary>
    public ImmutableArray<ProximityTerritory> ProximityTerritories => TerritoryMap.ProximityTerritories;

    /// <summary>Hospitals first, the demo hospital the first of all.</summary>
    public ImmutableArray<DemoStructure> Structures => StructureList.All;

    /// <summary>The two CPTS with their dated communes.</summary>
    public ImmutableArray<DemoHealthCommunity> HealthCommunities { get; } =
        StructureList.All.Where(s => s.Kind == StructureKind.HealthCommunity).ToArray() is [var albret, var villeneuvois]
            ? TerritoryMap.HealthCommunities(albret, villeneuvois)
            : throw new InvalidOperationException("two CPTS expected");

    /// <summary>The 94 volunteers, then the staff of DAC and hospital.</summary>
    public ImmutableArray<DemoProfessional> Professionals { get; } = ProfessionalList.Create(ProfessionalSeed);

    /// <summary>All communes of the department, by INSEE code.</summary>
    public ImmutableArray<Commune> Communes { get; } = [.. CommuneRegister.Instance.Rows.Select(r => r.Commune)];

    /// <summary>The demo persons, by number from 1.</summary>
    public IReadOnlyList<DemoPerson> Persons { get; } = PersonList.Create(PersonSeed);

    /// <summary>The territory.</summary>
    public static DemoTerritory Create() => new();

    /// <summary>The person of a number; throws <see cref="ArgumentOutOfRangeException"/> when there is none.</summary>
    public DemoPerson Person(int number) => number >= 1 && number <= Persons.Count
        ? Persons[number - 1]
        : throw new ArgumentOutOfRangeException(nameof(number), $"--person: a number from 1 to {Persons.Count} is expected");
}
