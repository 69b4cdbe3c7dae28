using System.Collections.Immutable;
using System.Globalization;
using Coordination.Api.Security.Development;

namespace Coordination.Simulator.Territory;

/// <summary>The 94 volunteers of the pilot, and the staff behind the demo users.</summary>
internal static class ProfessionalList
{
    // As many as in the pilot; the professions share them as primary care does.
    private static readonly (string Function, int Volunteers)[] Professions =
    [
        ("Médecin généraliste", 24), ("Infirmier", 30), ("Masseur-kinésithérapeute", 14), ("Pharmacien", 12), ("Orthophoniste", 5),
        ("Pédicure-podologue", 4), ("Ergothérapeute", 3), ("Sage-femme", 2),
    ];

    /// <summary>Volunteers, demo users first, then the staff of DAC and hospital.</summary>
    public static ImmutableArray<DemoProfessional> Create(ulong seed)
    {
        var dice = new Dice(seed);
        var functions = Professions.SelectMany(p => Enumerable.Repeat(p.Function, p.Volunteers));
        var volunteers = functions.Select((function, index) => Volunteer(index + 1, function, dice)).ToList();
        Take("gp", "Médecin généraliste");
        Take("nurse", "Infirmier");
        return [.. volunteers, Staff("coordinator", 901, "Coordinatrice d'appui"), Staff("social-worker", 902, "Assistante de service social"),
            Staff("manager", 903, "Responsable de DAC"), Staff("colleague", 904, "Coordinateur d'appui"), Staff("guardian", 905, "Mandataire judiciaire à la protection des majeurs")];

        // The demo users are volunteers too: the first of their profession bears their name.
        void Take(string user, string function)
        {
            var subject = DemoUsers.All[user];
            var at = volunteers.FindIndex(v => v.Function == function);
            volunteers[at] = volunteers[at] with { Id = IdOf(user), DisplayName = subject.DisplayName };
        }
    }

    private static DemoProfessional Volunteer(int serial, string function, Dice dice)
    {
        var psp = TerritoryMap.ProximityTerritories[serial % TerritoryMap.ProximityTerritories.Length];
        var commune = dice.Pick(psp.Communes);
        var houses = StructureList.All.Where(s => s.Kind == StructureKind.HealthHouse && psp.Communes.Contains(s.Commune)).ToList();
        var given = dice.Pick(GivenNames.For(dice.Roll(2) == 0 ? "F" : "M", 1960 + dice.Roll(38)));
        var name = $"{given} {dice.Pick(FamilyNames.All)}";
        return new(
            new Guid(string.Create(CultureInfo.InvariantCulture, $"0d4c0047-47da-4c00-8000-{serial:000000000000}")),
            CheckKeys.RppsOf(serial),
            function is "Médecin généraliste" ? $"Dr {name}" : name,
            function,
            dice.Roll(2) == 0 ? dice.Pick(houses).Name : $"Cabinet libéral, {commune.Name}",
            string.Create(CultureInfo.InvariantCulture, $"053649{2000 + serial}"),
            psp.Name);
    }

    private static DemoProfessional Staff(string user, int serial, string function)
    {
        var subject = DemoUsers.All[user];
        var phone = string.Create(CultureInfo.InvariantCulture, $"053649{2000 + serial}");
        return new(IdOf(user), CheckKeys.RppsOf(serial), subject.DisplayName, function, subject.Organization, phone, null);
    }

    private static Guid IdOf(string user) =>
        DemoUsers.All[user].Professional?.Value ?? throw new InvalidOperationException($"the demo user '{user}' is no professional");
}
