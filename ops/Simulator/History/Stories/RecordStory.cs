using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Simulator.History.Stories;

/// <summary>A record from its opening to its closure: information, referents, intensity, standby, what is known of the situation.</summary>
public sealed class RecordStory : IStory
{
    /// <inheritdoc />
    public void Tell(Life life, Chronicle chronicle) => chronicle.Tell<Record>(
        Record.IdOf(life.Plan.Territory, life.Person.Id).Value, (state, fact) => Record.Evolve(state, (CareRecordEvent)fact), tale => Play(life, tale));

    private static void Play(Life life, Tale<Record> tale)
    {
        var dice = life.Dice("record");
        var physician = life.Physician is not null;
        void Act<TCommand>(TCommand command, DateTimeOffset at)
            where TCommand : notnull => tale.Run(command, Chronicle.By(life.ReferentOn(DateOnly.FromDateTime(at.DateTime))), at);

        var opening = dice.AtWork(life.Opened);
        var openedOn = DateOnly.FromDateTime(WorkingDays.ToParis(opening).DateTime);
        Act(new OpenCareRecord(life.Person.Id, life.Person.Commune, life.Coordinators[0].Who, openedOn), opening);
        Act(new RecordInformation(openedOn, ConsentMeans.Oral), opening);
        var acts = new List<(DateTimeOffset, Action<DateTimeOffset>)>();
        void Later<TCommand>(TCommand command, DateTimeOffset at)
            where TCommand : notnull => acts.Add((at, moment => Act(command, moment)));

        if (life.Opposed) Later(new RecordOpposition(SharingScope.HospitalAlerts), dice.AtWork(life.Opened.AddDays(dice.Roll(60))));
        if (!physician) Act(new StatePhysicianAbsence(openedOn, false), opening);
        if (dice.Chance(0.5) && Deputy(life, dice) is { } deputy) Later(new AssignDeputy(deputy), dice.AtWork(life.Opened.AddDays(dice.Roll(40))));
        foreach (var (since, who) in life.Coordinators.Skip(1)) Later(new AssignReferent(who), dice.AtWork(since));
        Situation(life, dice, Later);
        var dormant = false;
        foreach (var phase in life.Phases)
        {
            var at = dice.AtWork(phase.From);
            if (phase.Pace is Pace.Dormant) Later(new PutOnStandby(null), at);
            else
            {
                if (dormant) Later(new ReactivateCareRecord(), at);
                Later(new ChangeIntensity(phase.Pace is Pace.Complex ? FollowUpIntensity.Intensive : FollowUpIntensity.Sustained, physician), at.AddMinutes(3));
            }

            dormant = phase.Pace is Pace.Dormant;
        }

        Chronicle.Play(acts.Where(a => DateOnly.FromDateTime(a.Item1.DateTime) < life.Over));
        if (life.Ending is not { } ending) return;
        var closing = dice.AtWork(ending.On.AddDays(2));
        Act(new CloseCareRecord(ending.Reason, DateOnly.FromDateTime(WorkingDays.ToParis(closing).DateTime), true, false, null, []), closing);
    }

    private static void Situation(Life life, Territory.Dice dice, Action<StateSituation, DateTimeOffset> later)
    {
        var soon = life.Opened.AddDays(3 + dice.Roll(20));
        later(new(SituationTopic.Housing, dice.Pick(Words.Housing)), dice.AtWork(soon));
        later(new(SituationTopic.Carers, dice.Pick(Words.Carers)), dice.AtWork(soon));
        later(new(SituationTopic.Wishes, dice.Pick(Words.Wishes)), dice.AtWork(soon.AddDays(dice.Roll(30))));
        if (life.Person.Kind is not SituationKind.Elderly) return;
        var gir = 3 + dice.Roll(3);
        for (var day = soon; day < life.Over; day = day.AddDays(250 + dice.Roll(220)))
        {
            later(new(SituationTopic.EstimatedGir, $"{gir}"), dice.AtWork(day));
            if (dice.Chance(0.5)) gir = Math.Max(1, gir - 1);
        }
    }

    private static ProfessionalId? Deputy(Life life, Territory.Dice dice)
    {
        var others = life.Cast.Coordinators.Where(who => life.Coordinators.All(c => c.Who != who)).ToList();
        return others.Count == 0 ? null : dice.Pick(others);
    }
}
