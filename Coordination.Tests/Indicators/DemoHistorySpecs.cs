using Coordination.Api.Security.Development;
using Coordination.Domain.Alerts;
using Coordination.Domain.Discharge;
using Coordination.Domain.Indicators;
using Coordination.Domain.Kernel;
using Coordination.Simulator.Territory;
using Stay = Coordination.Domain.Discharge.Discharge;

namespace Coordination.Tests.Indicators;

public sealed class DemoHistorySpecs
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static PastFacts[] Create(DateOnly day) => [.. DemoHistory.Create(day, DemoUsers.Territory, DemoUsers.Hospital, DemoUsers.Coordinator)];

    private static string Show(PastFacts[] history) => string.Join('\n', history.Select(p => $"{p.At:O} {p.Stream} {p.Version} {string.Join(';', p.Facts.Select(f => f.GetType().Name))}"));

    [Fact]
    public void Given_one_day_When_the_past_is_made_twice_Then_it_is_the_same() => Show(Create(Today)).ShouldBe(Show(Create(Today)));

    [Theory]
    [InlineData(2026, 11, 23)]
    [InlineData(2026, 1, 1)]
    [InlineData(2027, 3, 29)]
    public void Given_a_day_When_the_past_is_made_Then_it_is_over_before_and_every_alert_is_closed(int year, int month, int day)
    {
        var history = Create(new(year, month, day));
        history.ShouldAllBe(p => p.At < WorkingDays.FromParis(new(year, month, day), TimeOnly.MinValue));
        var stays = history.Where(p => !p.IsAlert).GroupBy(p => p.Stream).Select(s => s.SelectMany(p => p.Facts).Cast<DischargeEvent>().Aggregate((Stay?)null, Stay.Evolve)!).ToList();
        stays.Count.ShouldBe(60);
        stays.ShouldAllBe(s => s.Status == DischargeStatus.Discharged);
        var alerts = history.Where(p => p.IsAlert).GroupBy(p => p.Stream).Select(s => s.SelectMany(p => p.Facts).Cast<AlertEvent>().Aggregate((Alert?)null, Alert.Evolve)!).ToList();
        alerts.ShouldAllBe(a => !a.IsOpen);
    }

    [Fact]
    public void Given_the_analysts_communes_When_the_past_is_counted_Then_33_and_35_have_something_to_show()
    {
        var territory = DemoTerritory.Create();
        var communes = territory.HealthCommunities.Single(c => c.Structure.Name == DemoUsers.All["analyst"].Organization).CommunesOn(Today).Select(c => c.Insee).ToHashSet();
        var facts = Create(Today).Where(p => !p.IsAlert).GroupBy(p => p.Stream)
            .Select(s => s.SelectMany(p => p.Facts.Select(f => (p.At, Fact: (DischargeEvent)f))).Aggregate((DischargeFact?)null, (row, f) => DischargeFact.Next(row, f.Fact, f.At))!)
            .Where(f => communes.Contains(f.Commune!.Value.Value));
        var period = new IndicatorPeriod(Today.AddMonths(-3), Today);
        foreach (var definition in new[] { IndicatorCatalogue.Announced, IndicatorCatalogue.Unprepared })
            SmallCells.Mask(definition.Compute(new([.. facts], [], []), period, IndicatorBreakdown.None, Today), SmallCells.Limit).Measures.ShouldAllBe(m => !m.Masked);
    }
}
