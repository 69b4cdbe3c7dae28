using System.Collections.Immutable;
using System.Globalization;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Simulator.Territory;

namespace Coordination.Simulator.History;

/// <summary>Why somebody needs coordination: it decides on services, rights and words.</summary>
public enum SituationKind
{
    /// <summary>Old and losing autonomy.</summary>
    Elderly,

    /// <summary>A disabled adult.</summary>
    DisabledAdult,

    /// <summary>A child with a disability or a long illness.</summary>
    Child,
}

/// <summary>An invented person: real communes, names of the region and of her time, numbers that nobody has.</summary>
public sealed record SimulatedPerson(PersonId Id, PersonTraits Traits, string Ipp, SituationKind Kind, CommuneCode Commune)
{
    private const int OrdersOfAPlace = 900, FirstOrder = 100, FirstIpp = 200_000, PlacesOfARange = 10;

    // Where nearly half of the department lives.
    private static readonly ImmutableArray<string> Towns = ["47001", "47001", "47323", "47157", "47310", "47195", "47252", "47052", "47106"];

    private static readonly ImmutableArray<Commune> Pilot = [.. TerritoryMap.ProximityTerritories.SelectMany(p => p.Communes)];
    private static readonly ImmutableArray<Commune> Department = [.. CommuneRegister.Instance.Rows.Select(r => r.Commune)];

    /// <summary>The person of an index.</summary>
    public static SimulatedPerson Of(SimulationPlan plan, int index)
    {
        var dice = plan.Dice("person", index);
        // Two in ten are disabled persons or children.
        var kind = dice.Weighted(80, 13, 7) switch { 0 => SituationKind.Elderly, 1 => SituationKind.DisabledAdult, _ => SituationKind.Child };
        var sex = dice.Chance(kind is SituationKind.Elderly ? 0.64 : 0.48) ? "F" : "M";
        var birthDate = BirthDate(kind, plan.Until, dice);
        var names = GivenNames.For(sex, birthDate.Year);
        var first = dice.Roll(names.Length);
        var birthName = dice.Pick(FamilyNames.All);
        var married = sex == "F" && kind is SituationKind.Elderly && dice.Chance(0.75) ? dice.Pick(FamilyNames.All) : birthName;
        var homes = plan.Persons <= SimulationPlan.Pilot ? Pilot : Department;
        var commune = new CommuneCode(dice.Chance(0.45) ? dice.Pick(Towns) : dice.Pick(homes).Insee);
        var birthPlace = BirthPlace(index);
        var traits = new PersonTraits(
            Plain(birthName),
            married == birthName ? null : Plain(married),
            [names[first], names[(first + 1 + dice.Roll(names.Length - 1)) % names.Length]],
            sex == "F" ? Sex.Female : Sex.Male,
            birthDate,
            birthPlace,
            string.Create(CultureInfo.InvariantCulture, $"05364{index % 100_000:00000}"),
            commune,
            CheckKeys.InsOf(sex, birthDate, birthPlace, FirstOrder + (index % OrdersOfAPlace)),
            IdentityStatus.Qualified);
        return new(plan.PersonOf(index), traits, string.Create(CultureInfo.InvariantCulture, $"47{FirstIpp + index:000000}"), kind, commune);
    }

    // Neither a commune nor a country has a code from 47990 to 47999 or from 99980 to 99989: nobody can own the matricule.
    private static string BirthPlace(int index)
    {
        var place = index / OrdersOfAPlace;
        return string.Create(CultureInfo.InvariantCulture, $"{(place < PlacesOfARange ? "4799" : "9998")}{place % PlacesOfARange}");
    }

    private static DateOnly BirthDate(SituationKind kind, DateOnly until, Dice dice)
    {
        var age = kind switch
        {
            SituationKind.Elderly => 65 + ((dice.Roll(34) + dice.Roll(34)) / 2) + dice.Roll(4),
            SituationKind.DisabledAdult => dice.Between(20, 64),
            _ => dice.Between(2, 17),
        };
        var day = until.AddYears(-age).AddDays(-dice.Roll(365));
        // Of June 1940 are the invented persons of the load tests.
        return day is { Year: 1940, Month: 6 } ? day.AddMonths(1) : day;
    }

    private static string Plain(string name) => string.Concat(
        name.Normalize(System.Text.NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToUpperInvariant();
}
