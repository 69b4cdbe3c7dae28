using System.Collections.Immutable;

namespace Coordination.Simulator.Territory;

/// <summary>The places of the demo: three proximity territories and two CPTS.</summary>
internal static class TerritoryMap
{
    private const string Villeneuvois = "200023307", Gascogne = "244701355", Albret = "200068948", Confluent = "200068922";

    /// <summary>The PSP of the 2014 pilot.</summary>
    public static ImmutableArray<ProximityTerritory> ProximityTerritories { get; } =
    [
        new("Astaffort-Laplume", Named("47015", "47137", "47145", "47040", "47225", "47238", "47091", "47201")),
        new("Casteljaloux", CommuneRegister.Instance.OfEpci(Gascogne)),
        new("Grand Villeneuvois", CommuneRegister.Instance.OfEpci(Villeneuvois)),
    ];

    /// <summary>The two CPTS: the first grew in 2025 by the communes of a neighbouring EPCI.</summary>
    public static ImmutableArray<DemoHealthCommunity> HealthCommunities(DemoStructure albret, DemoStructure villeneuvois) =>
    [
        new(albret,
        [
            new(new(2022, 1, 1), new(2025, 1, 1), CommuneRegister.Instance.OfEpci(Albret)),
            new(new(2025, 1, 1), null, [.. CommuneRegister.Instance.OfEpci(Albret), .. CommuneRegister.Instance.OfEpci(Confluent)]),
        ]),
        new(villeneuvois, [new(new(2021, 7, 1), null, CommuneRegister.Instance.OfEpci(Villeneuvois))]),
    ];

    private static ImmutableArray<Commune> Named(params string[] insee) => [.. insee.Select(i => CommuneRegister.Instance[i])];
}
