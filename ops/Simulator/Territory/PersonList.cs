using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Coordination.Simulator.Territory;

/// <summary>The sixty persons of the demo.</summary>
internal static class PersonList
{
    private const int Count = 60;

    // Disabled adults and children go through the same care records; all others are old.
    private static readonly ImmutableDictionary<int, int> BirthYearOfYounger =
        new Dictionary<int, int> { [10] = 1978, [20] = 1991, [30] = 2016, [40] = 1966, [45] = 2012, [54] = 1985 }.ToImmutableDictionary();

    private static readonly ImmutableArray<string> Streets =
    [
        "rue des Lilas", "chemin de la Fontaine", "place de l'Église", "rue du Moulin", "avenue de la Gare", "impasse des Pruniers", "route de Nérac",
        "rue Jasmin", "allée des Platanes", "chemin de Ronde", "rue de la République", "lieu-dit Bellevue",
    ];

    /// <summary>Everybody, by number from 1. The same seed gives the same persons.</summary>
    public static ImmutableArray<DemoPerson> Create(ulong seed)
    {
        var dice = new Dice(seed);
        var homes = TerritoryMap.ProximityTerritories.SelectMany(p => p.Communes).ToImmutableArray();
        return [.. Enumerable.Range(1, Count).Select(number => Create(number, dice, homes))];
    }

    private static DemoPerson Create(int number, Dice dice, ImmutableArray<Commune> homes)
    {
        var sex = number == 1 || dice.Roll(10) < 6 ? "F" : "M";
        var birthDate = BirthDate(number, dice);
        var names = GivenNames.For(sex, birthDate.Year);
        var first = dice.Roll(names.Length);
        var birthName = dice.Pick(FamilyNames.All);
        var married = sex == "F" && birthDate.Year < 1990 && dice.Roll(10) < 7 ? dice.Pick(FamilyNames.All) : birthName;
        // No commune has the codes 47990 to 47999.
        var birthPlace = string.Create(CultureInfo.InvariantCulture, $"4799{dice.Roll(10)}");
        return new(
            number,
            CheckKeys.InsOf(sex, birthDate, birthPlace, number),
            string.Create(CultureInfo.InvariantCulture, $"47{number:000000}"),
            Plain(birthName),
            [names[first], names[(first + 1 + dice.Roll(names.Length - 1)) % names.Length]],
            married == birthName ? null : Plain(married),
            sex,
            birthDate,
            birthPlace,
            string.Create(CultureInfo.InvariantCulture, $"{1 + dice.Roll(80)} {dice.Pick(Streets)}"),
            number == 1 ? CommuneRegister.Instance["47052"] : dice.Pick(homes),
            string.Create(CultureInfo.InvariantCulture, $"053649{1000 + number}"),
            number <= 50 ? Eligibility.Eligible : number <= 55 ? Eligibility.Opposed : Eligibility.Suspended);
    }

    // Number 1 is 84 in the autumn of 2026; the old are 75 to 95 then.
    private static DateOnly BirthDate(int number, Dice dice)
    {
        var year = BirthYearOfYounger.GetValueOrDefault(number, 1931 + dice.Roll(20));
        var date = new DateOnly(year, 1, 1).AddDays(dice.Roll(300));
        return number == 1 ? new DateOnly(1942, 3, 14) : date;
    }

    // Strict traits of an identity are upper case without accents (RNIV).
    private static string Plain(string name) =>
        string.Concat(name.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToUpperInvariant();
}
