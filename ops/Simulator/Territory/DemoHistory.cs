using System.Collections.Immutable;
using Coordination.Domain.Alerts;
using Coordination.Domain.Discharge;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Simulator.Territory;

/// <summary>Facts of one stream recorded at one instant of the past.</summary>
/// <param name="Version">The stream's version before them.</param>
public sealed record PastFacts(DateTimeOffset At, Guid Stream, bool IsAlert, int Version, ImmutableArray<object> Facts);

/// <summary>
/// Eight weeks of finished discharges, so that the first visitor reads figures. Their persons are of nobody's list: their records are
/// closed, and only indicators count them. Pure: the same value for the same day, on every machine.
/// </summary>
public static class DemoHistory
{
    private const ulong Seed = 4703;
    private const int Days = 56;
    private static readonly Guid Space = new("47a0b5de-6c1d-4d61-9f0f-5a2f8a8c4703");

    // Discharges of each proximity territory, in the order of the map; as many in the third as its CPTS needs to read anything.
    private static readonly int[] PerTerritory = [11, 12, 37];

    /// <summary>Everything that was recorded before a day, in order.</summary>
    public static ImmutableArray<PastFacts> Create(DateOnly today, TerritoryId territory, Finess hospital, ProfessionalId referent)
    {
        var dice = new Dice(Seed);
        var places = TerritoryMap.ProximityTerritories.Zip(PerTerritory, (p, n) => Enumerable.Range(0, n).Select(_ => dice.Pick(p.Communes))).SelectMany(c => c).ToArray();
        return [.. places.SelectMany((commune, i) => Of(i + 1, commune, today, dice, territory, hospital, referent)).OrderBy(p => p.At)];
    }

    private static IEnumerable<PastFacts> Of(int number, Commune commune, DateOnly today, Dice dice, TerritoryId territory, Finess hospital, ProfessionalId referent)
    {
        var person = new PersonId(Id($"person {number}"));
        var stay = new DischargeId(Id($"stay {number}"));
        var home = new CommuneCode(commune.Insee);
        var left = WorkingDays.FromParis(Weekday(today.AddDays(-2 - dice.Roll(Days - 2)), dice), new TimeOnly(10 + dice.Roll(7), 5 * dice.Roll(12)));
        // Two in five leave unprepared, most of those announced late.
        var ready = number % 5 is not (1 or 3);
        var announced = left.AddHours(-(ready || dice.Roll(8) == 0 ? 52 + dice.Roll(60) : 6 + dice.Roll(36)));
        yield return new(announced, stay.Value, false, 0,
        [
            new HospitalStayOpened(person, hospital, announced.AddDays(-3 - dice.Roll(8)), StayOrigin.Announcement, home),
            new DischargeAnnounced(hospital, left, new MovementId($"H{number}A")),
            new ReturnNeedsStated(hospital, ready ? [] : [CareNeed.Nursing]),
        ]);
        yield return new(left.AddMinutes(5), stay.Value, false, 3, [new PersonDischarged(hospital, left, DischargeDestination.Home, new MovementId($"H{number}S"))]);

        var rule = ready ? AlertRules.NeedsNotAssessed : AlertRules.LeftUnprepared;
        var raised = ready ? announced.AddMinutes(1) : left.AddMinutes(6);
        var taken = raised.AddMinutes(4 + dice.Roll(90));
        var alert = Alert.IdOf(territory, rule.Code, person, stay.Value).Value;
        var facts = new AlertFacts(stay, hospital, left, home) { DischargedAt = ready ? null : left, Needs = ready ? [] : [CareNeed.Nursing] };
        var finding = new AlertFinding(
            rule.Code, rule.Version, ready ? AlertSeverity.Vigilance : AlertSeverity.Critical, person, facts, null, [new(AlertRecipientRole.Referent, referent, null)]);
        yield return new(raised, alert, true, 0, [new AlertRaised(finding, Cause($"raised {number}", raised))]);
        // Some resolve before anybody takes them.
        var nobody = dice.Roll(4) == 0;
        if (!nobody) yield return new(taken, alert, true, 1, [new AlertTaken(referent)]);
        var over = taken.AddMinutes(20 + dice.Roll(200));
        yield return new(over, alert, true, nobody ? 1 : 2, [new AlertResolved(Cause($"resolved {number}", over))]);
    }

    // Hospitals discharge before the week-end: one in three moves to the Friday before; nobody leaves on a Sunday.
    private static DateOnly Weekday(DateOnly day, Dice dice)
    {
        if (day.DayOfWeek is DayOfWeek.Sunday || dice.Roll(3) == 0)
            while (day.DayOfWeek is not DayOfWeek.Friday) day = day.AddDays(-1);
        return day;
    }

    private static AlertCause Cause(string name, DateTimeOffset at) => new(Id(name), "discharge_announced", at, at, "interface:demo");

    private static Guid Id(string name) => DeterministicGuid.V5(Space, name);
}
