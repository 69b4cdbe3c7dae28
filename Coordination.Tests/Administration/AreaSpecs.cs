using System.Collections.Immutable;
using Coordination.Domain.Directory;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Tests.Administration;

public sealed class AreaSpecs
{
    private static readonly CommandContext Context = new(new("dac-47"), Actor.Platform, new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    private static ImmutableArray<CommuneCode> Codes(params string[] codes) => [.. codes.Select(c => new CommuneCode(c))];

    private static Area? After(params AreaEvent[] facts) => facts.Aggregate((Area?)null, Area.Evolve);

    private static CommunesAttached Attached(int year, params string[] codes) => new(AreaKind.Territory, "dac-47", Codes(codes), new(year, 1, 1));

    private static CommunesDetached Detached(int year, params string[] codes) => new(Codes(codes), new(year, 1, 1));

    [Fact]
    public void Given_communes_that_come_and_go_When_a_day_is_asked_Then_the_list_is_that_of_the_day()
    {
        var area = After(Attached(2020, "47001", "47002"), Detached(2024, "47002"), Attached(2025, "47003"), Attached(2026, "47002"))!;
        string On(int year) => string.Join(' ', area.CommunesOn(new(year, 6, 1)).Select(c => c.Value).Order(StringComparer.Ordinal));
        (On(2019), On(2021), On(2024), On(2025), On(2026)).ShouldBe(("", "47001 47002", "47001", "47001 47003", "47001 47002 47003"));
    }

    [Fact]
    public void Given_a_list_When_communes_are_attached_Then_those_already_there_are_left_and_no_time_overlaps()
    {
        Decision Attach(Area? state, int year, params string[] codes) => AttachCommunes.Decide(new(AreaKind.Territory, "dac-47", Codes(codes), new(year, 1, 1)), state, Context);
        var events = Attach(After(Attached(2020, "47001")), 2021, "47002", "47001", "47002").Events;
        events.ShouldHaveSingleItem().ShouldBeOfType<CommunesAttached>().Communes.ShouldBe(Codes("47002"));
        Attach(After(Attached(2020, "47001")), 2021, "47001").ShouldBe(Decision.Nothing);
        Attach(After(Attached(2020, "47001")), 2019, "47001").Error.ShouldBe(new CommuneAttachedLater(new("47001")));
        Attach(After(Attached(2020, "47001"), Detached(2022, "47001")), 2021, "47001").Error.ShouldBe(new CommuneAttachedLater(new("47001")));
        Attach(After(Attached(2020, "47001"), Detached(2022, "47001")), 2022, "47001").IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void Given_a_list_When_communes_are_detached_Then_only_those_in_it_and_not_before_they_came()
    {
        Decision Detach(int year, params string[] codes) => DetachCommunes.Decide(new(Codes(codes), new(year, 1, 1)), After(Attached(2020, "47001", "47002"), Detached(2023, "47002")), Context);
        Detach(2024, "47001").Events.ShouldHaveSingleItem().ShouldBeOfType<CommunesDetached>().Until.ShouldBe(new(2024, 1, 1));
        Detach(2023, "47002").ShouldBe(Decision.Nothing);
        Detach(2024, "47002").Error.ShouldBe(new CommuneNotAttached(new("47002")));
        Detach(2020, "47001").Error.ShouldBe(new CommuneAttachedLater(new("47001")));
    }
}
