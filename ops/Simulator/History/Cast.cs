using System.Collections.Immutable;
using System.Globalization;
using Coordination.Api.Directory;
using Coordination.Api.Security.Development;
using Coordination.Domain.Identifiers;
using Coordination.Simulator.Territory;

namespace Coordination.Simulator.History;

/// <summary>Who works in the territory: the demo's professionals, and as many more coordinators as its records need.</summary>
public sealed class Cast
{
    // 21 posts for 15,000 records (DOMAIN §6.2), some of them in direction and intake.
    private const int RecordsOfACoordinator = 900, FirstCoordinator = 2_000;
    private readonly DemoTerritory demo = DemoTerritory.Create();
    private readonly ImmutableArray<DemoProfessional> coordinators;

    /// <summary>The people of a plan.</summary>
    public Cast(SimulationPlan plan)
    {
        var dice = plan.Dice("cast", 0);
        var more = Math.Max(0, (plan.Persons / RecordsOfACoordinator) - 2);
        coordinators = [.. Enumerable.Range(FirstCoordinator, more).Select(serial => Coordinator(serial, dice))];
        Coordinators = [DemoUsers.Coordinator, DemoUsers.All["colleague"].Professional!.Value, .. coordinators.Select(c => new ProfessionalId(c.Id))];
        ByFunction = demo.Professionals.ToLookup(p => p.Function);
        Hospitals = [.. demo.Structures.Where(s => s.Kind is StructureKind.Hospital)];
        Services = demo.Structures.Where(s => s.Kind is not StructureKind.Dac).ToLookup(s => s.Kind);
    }

    /// <summary>The coordinators of the DAC, the two of the demo first.</summary>
    public ImmutableArray<ProfessionalId> Coordinators { get; }

    /// <summary>The volunteers of the pilot by their profession in French.</summary>
    public ILookup<string, DemoProfessional> ByFunction { get; }

    /// <summary>The hospitals, that of the demo first.</summary>
    public ImmutableArray<DemoStructure> Hospitals { get; }

    /// <summary>Structures by kind.</summary>
    public ILookup<StructureKind, DemoStructure> Services { get; }

    /// <summary>Writes the directory that the history speaks of; what is there is brought up to date.</summary>
    public Task ImportAsync(DirectoryImport import, TerritoryId territory, CancellationToken cancellation) => import.ImportAsync(
        demo.Structures.Select(s => new OrganizationEntry(s.Finess.Value, s.Name, s.Category, s.Commune.Insee)),
        demo.Professionals.Concat(coordinators).Select(p => new ProfessionalEntry(p.Id, p.Rpps?.Value, p.DisplayName, p.Function, p.Structure, p.Phone)),
        [(territory.Value, territory == DemoUsers.Territory ? demo.Name : territory.Value)],
        // A commune is of one territory: another one than the demo's gets none.
        territory == DemoUsers.Territory ? demo.Communes.Select(c => new CommuneEntry(c.Insee, c.Name, territory.Value)) : [],
        cancellation);

    private static DemoProfessional Coordinator(int serial, Dice dice) => new(
        new Guid(string.Create(CultureInfo.InvariantCulture, $"0d4c0047-47da-4c00-8000-{serial:000000000000}")),
        CheckKeys.RppsOf(serial),
        $"{dice.Pick(GivenNames.For(dice.Roll(4) == 0 ? "M" : "F", 1965 + dice.Roll(33)))} {dice.Pick(FamilyNames.All)}",
        "Coordinateur d'appui",
        StructureList.All.Single(s => s.Kind is StructureKind.Dac).Name,
        string.Create(CultureInfo.InvariantCulture, $"05364{serial:00000}"),
        null);
}
