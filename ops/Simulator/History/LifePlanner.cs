using System.Collections.Immutable;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Simulator.Territory;

namespace Coordination.Simulator.History;

/// <summary>Draws lives so that on any day the territory looks as DOMAIN §6.2 says: 4.2 % complex, 25 % usual, the rest dormant.</summary>
public sealed class LifePlanner(SimulationPlan plan, Cast cast)
{
    // A DAC takes the records of the structures that it replaces over in its first months; the others come one by one.
    private const double TakenOver = 0.55;
    private const int TakeOverDays = 150;

    // Days that a phase lasts on average, and how often one begins: shares of days are 4.2, 25 and 70.8 %.
    private static readonly int[] PhaseDays = [360, 200, 120];
    private static readonly int[] PhaseWeight = [197, 125, 35];

    // Stays in hospital a year, by pace (DOMAIN §6.2: one per complex situation, and part of the others).
    private static readonly double[] StaysAYear = [0.02, 0.12, 0.9];

    /// <summary>The life of the person of an index.</summary>
    public Life Draw(int index)
    {
        var person = SimulatedPerson.Of(plan, index);
        var dice = plan.Dice("life", index);
        var takeOver = plan.From.AddDays(Math.Min(TakeOverDays, plan.Years * 365 / 2));
        var opened = dice.Chance(TakenOver) ? dice.Day(plan.From, takeOver) : dice.Day(takeOver, plan.Until.AddDays(-3));
        var ending = End(person, opened, dice);
        var over = ending?.On ?? plan.Until.AddDays(1);
        var phases = Phases(opened, over, dice);
        var opposed = dice.Chance(0.03);
        var stays = opposed ? [] : Stays(phases, ending, dice);
        return new(plan, cast, index, person, opened, Referents(opened, over, dice), Physician(person, dice), opposed, phases, stays, ending);
    }

    private Ending? End(SimulatedPerson person, DateOnly opened, Dice dice)
    {
        var yearly = person.Kind is SituationKind.Elderly ? 0.055 : 0.004;
        for (var year = opened; year < plan.Until; year = year.AddYears(1))
        {
            var reason = dice.Chance(yearly) ? ClosingReason.Death
                : dice.Chance(0.02) ? ClosingReason.ObjectivesReached
                : dice.Chance(0.012) ? ClosingReason.Residence
                : dice.Chance(0.008) ? ClosingReason.Moved
                : dice.Chance(0.004) ? ClosingReason.LostContact
                : (ClosingReason?)null;
            if (reason is not { } why) continue;
            var on = dice.Day(year.AddDays(30), year.AddYears(1));
            return on < plan.Until ? new(why, on) : null;
        }

        return null;
    }

    private static ImmutableArray<Phase> Phases(DateOnly opened, DateOnly over, Dice dice)
    {
        var phases = ImmutableArray.CreateBuilder<Phase>();
        for (var from = opened; from < over;)
        {
            // Nobody is taken on to be left waiting: the first weeks are worked.
            var pace = phases.Count == 0 ? (dice.Chance(0.08) ? Pace.Complex : Pace.Usual) : (Pace)dice.Weighted(PhaseWeight);
            if (phases.Count > 0 && pace == phases[^1].Pace) pace = pace is Pace.Dormant ? Pace.Usual : Pace.Dormant;
            var days = phases.Count == 0 ? dice.Between(20, 90) : PhaseDays[(int)pace] / 2 + dice.Roll(PhaseDays[(int)pace]);
            var to = from.AddDays(days) < over ? from.AddDays(days) : over;
            phases.Add(new(from, to, pace));
            from = to;
        }

        return phases.ToImmutable();
    }

    private ImmutableArray<Stay> Stays(ImmutableArray<Phase> phases, Ending? ending, Dice dice)
    {
        var stays = new List<Stay>();
        foreach (var phase in phases)
        {
            var days = phase.To.DayNumber - phase.From.DayNumber;
            for (var n = dice.Times(StaysAYear[(int)phase.Pace] * days / 365); n > 0; n--)
            {
                var from = dice.Day(phase.From.AddDays(5), phase.To.AddDays(5));
                var to = from.AddDays(2 + dice.Roll(8) + dice.Roll(8));
                if (stays.All(s => to < s.From || from > s.To)) stays.Add(new(0, Hospital(dice), from, to, false));
            }
        }

        if (ending is { Reason: ClosingReason.Death } && dice.Chance(0.45))
            stays.Add(new(0, Hospital(dice), ending.On.AddDays(-3 - dice.Roll(10)), ending.On.AddDays(-1), true));
        var over = ending?.On ?? plan.Until.AddDays(1);
        var last = stays.FindLast(s => s.ByDeath);
        return
        [
            .. stays.Where(s => s.From > phases[0].From && (s.ByDeath || (s.To < over && (last is null || s.To < last.From))))
                .OrderBy(s => s.From).Select((s, i) => s with { Number = i + 1 }),
        ];
    }

    private DemoStructure Hospital(Dice dice) => cast.Hospitals[dice.Weighted(60, 25, 15)];

    private ImmutableArray<(DateOnly Since, ProfessionalId Who)> Referents(DateOnly opened, DateOnly over, Dice dice)
    {
        var referents = ImmutableArray.CreateBuilder<(DateOnly, ProfessionalId)>();
        referents.Add((opened, dice.Pick(cast.Coordinators)));
        for (var year = opened.AddYears(1); year.AddDays(60) < over; year = year.AddYears(1))
            if (dice.Chance(0.07)) referents.Add((year.AddDays(dice.Roll(50)), dice.Pick(cast.Coordinators)));
        return referents.ToImmutable();
    }

    private ProfessionalId? Physician(SimulatedPerson person, Dice dice) =>
        dice.Chance(person.Kind is SituationKind.Elderly ? 0.88 : 0.82) ? new(dice.Pick([.. cast.ByFunction["Médecin généraliste"]]).Id) : null;
}
