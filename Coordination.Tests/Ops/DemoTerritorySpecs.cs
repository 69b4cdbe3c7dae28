using System.Security.Cryptography;
using System.Text.Json;
using Coordination.Api.Security.Development;
using Coordination.Domain.Identifiers;
using Coordination.Simulator.Territory;

namespace Coordination.Tests.Ops;

public sealed class DemoTerritorySpecs
{
    private static readonly DateOnly Autumn = new(2026, 11, 22);
    private static readonly DemoTerritory Territory = DemoTerritory.Create();

    [Theory]
    [InlineData(StructureKind.Dac, 1)]
    [InlineData(StructureKind.Hospital, 3)]
    [InlineData(StructureKind.MedicoSocialCentre, 2)]
    [InlineData(StructureKind.NursingHome, 5)]
    [InlineData(StructureKind.HomeHelp, 6)]
    [InlineData(StructureKind.MixedHomeService, 1)]
    [InlineData(StructureKind.HealthHouse, 6)]
    [InlineData(StructureKind.HealthCommunity, 2)]
    public void Given_the_pilot_When_structures_are_counted_Then_they_are_as_many_as_in_2014(StructureKind kind, int expected) =>
        Territory.Structures.Count(s => s.Kind == kind).ShouldBe(expected);

    [Fact]
    public void Given_the_pilot_When_professionals_are_counted_Then_94_volunteers_share_three_proximity_territories()
    {
        var volunteers = Territory.Professionals.Where(p => p.Psp is not null).ToList();
        volunteers.Count.ShouldBe(94);
        volunteers.Select(v => v.Psp).Distinct().Order(StringComparer.Ordinal).ShouldBe(["Astaffort-Laplume", "Casteljaloux", "Grand Villeneuvois"]);
        Territory.Professionals.Select(p => p.Id).ShouldBeUnique();
        Territory.Professionals.Select(p => p.Rpps).ShouldBeUnique();
    }

    [Fact]
    public void Given_invented_numbers_When_their_keys_are_computed_Then_all_are_right_and_in_ranges_of_nobody()
    {
        Territory.Structures.ShouldAllBe(s => s.Finess.HasValidKey && s.Finess.Value.StartsWith("47099"));
        Territory.Structures.Select(s => s.Finess).ShouldBeUnique();
        Territory.Professionals.ShouldAllBe(p => Luhn.IsValid(p.Rpps!.Value.Value) && p.Rpps!.Value.Value.Length == 11 && p.Rpps!.Value.Value.StartsWith("99947"));
    }

    [Fact]
    public void Given_a_person_When_her_matricule_is_read_Then_it_is_a_test_one_that_tells_her_birth_and_nobody_can_own()
    {
        Territory.Persons.ShouldAllBe(p => p.Ins.Kind == InsKind.NirTest && p.Ins.HasValidKey);
        Territory.Persons.ShouldAllBe(p => p.Ins.Matricule.StartsWith($"{(p.Sex == "F" ? 2 : 1)}{p.BirthDate:yyMM}{p.BirthCommuneInsee}"));
        Territory.Persons.ShouldAllBe(p => p.BirthCommuneInsee.StartsWith("4799"));
        Territory.Communes.ShouldAllBe(c => !c.Insee.StartsWith("4799"));
        Territory.Persons.Select(p => p.Ins).ShouldBeUnique();
        Territory.Persons.Select(p => p.Ipp).ShouldBeUnique();
    }

    [Fact]
    public void Given_the_numbers_of_the_command_line_When_records_are_listed_Then_50_are_eligible_5_opposed_5_suspended()
    {
        Territory.Persons.Select(p => p.Number).ShouldBe(Enumerable.Range(1, 60));
        Territory.Persons.Select(p => p.Eligibility).ShouldBe(
            [.. Enumerable.Repeat(Eligibility.Eligible, 50), .. Enumerable.Repeat(Eligibility.Opposed, 5), .. Enumerable.Repeat(Eligibility.Suspended, 5)]);
    }

    [Fact]
    public void Given_the_ages_When_the_territory_is_read_in_autumn_2026_Then_the_first_is_84_most_are_old_and_some_are_children()
    {
        var ages = Territory.Persons.Select(p => Age(p.BirthDate)).ToList();
        ages[0].ShouldBe(84);
        ages.Count(a => a is >= 75 and <= 95).ShouldBe(54);
        ages.Count(a => a < 18).ShouldBe(2);
    }

    [Fact]
    public void Given_homes_and_structures_When_their_communes_are_looked_up_Then_all_exist()
    {
        var communes = Territory.Communes.ToHashSet();
        communes.Count.ShouldBe(319);
        Territory.Structures.ShouldAllBe(s => communes.Contains(s.Commune));
        Territory.Persons.ShouldAllBe(p => communes.Contains(p.Commune));
        Territory.ProximityTerritories.SelectMany(p => p.Communes).ShouldAllBe(c => communes.Contains(c));
    }

    [Fact]
    public void Given_a_cpts_that_grew_When_its_communes_are_asked_at_two_dates_Then_the_later_list_is_longer()
    {
        var albret = Territory.HealthCommunities[0];
        albret.CommunesOn(new(2021, 12, 31)).ShouldBeEmpty();
        albret.CommunesOn(new(2024, 12, 31)).Length.ShouldBe(33);
        albret.CommunesOn(new(2025, 1, 1)).Length.ShouldBe(33 + 29);
        Territory.HealthCommunities.Length.ShouldBe(2);
    }

    [Fact]
    public void Given_the_demo_users_When_the_directory_is_read_Then_it_has_each_professional_and_their_hospital()
    {
        DemoTerritory.Hospital.Finess.ShouldBe(DemoUsers.Hospital);
        DemoTerritory.Hospital.Name.ShouldBe(DemoUsers.All["social-worker"].Organization);
        Territory.Name.ShouldBe(DemoUsers.All["coordinator"].Organization);
        foreach (var user in DemoUsers.All.Values.Where(u => u.Professional is not null && u.Territory != DemoUsers.Neighbour.Territory))
            Territory.Professionals.Single(p => p.Id == user.Professional!.Value.Value).DisplayName.ShouldBe(user.DisplayName);
    }

    [Fact]
    public void Given_the_fixed_seed_When_the_territory_is_made_Then_it_is_the_same_value_on_every_machine() =>
        Fingerprint(DemoTerritory.Create()).ShouldBe("1f3acdf4db43202c4c28ea3c694faefc7c3eaf2679c82234c3a418f3adfbccbf");

    [Theory]
    [InlineData(0)]
    [InlineData(61)]
    public void Given_a_number_that_nobody_has_When_the_person_is_asked_Then_the_range_is_named(int number) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Territory.Person(number)).Message.ShouldContain("1 to 60");

    private static string Fingerprint(DemoTerritory territory) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(territory)));

    private static int Age(DateOnly birth) => Autumn.Year - birth.Year - (birth.AddYears(Autumn.Year - birth.Year) > Autumn ? 1 : 0);
}
