using Coordination.Domain.CarePlan;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Kernel;
using Plan = Coordination.Domain.CarePlan.CarePlan;

namespace Coordination.Simulator.History.Stories;

/// <summary>A personal plan for those whose situation is worked: written, agreed, validated, carried out, reviewed, closed with the record.</summary>
public sealed class PlanStory : IStory
{
    private static readonly Guid Space = new("47a0b5de-6c1d-4d61-9f0f-5a2f8a8c4707");

    /// <inheritdoc />
    public void Tell(Life life, Chronicle chronicle)
    {
        if (life.Dice("plan").Chance(life.Phases[0].Pace is Pace.Complex ? 0.95 : 0.55))
            chronicle.Tell<Plan>(Plan.IdOf(life.Plan.Territory, life.Person.Id), (state, fact) => Plan.Evolve(state, (CarePlanEvent)fact), tale => Play(life, tale));
    }

    private static void Play(Life life, Tale<Plan> tale)
    {
        var dice = life.Dice("plan items");
        var day = life.Opened.AddDays(10 + dice.Roll(30));
        if (day.AddDays(20) >= life.Over) return;
        var at = dice.AtWork(day);
        bool Act<TCommand>(TCommand command, DateTimeOffset moment)
            where TCommand : notnull => tale.Run(command, Chronicle.By(life.ReferentOn(DateOnly.FromDateTime(moment.DateTime))), moment);

        var intensity = life.Phases[0].Pace is Pace.Complex ? FollowUpIntensity.Intensive : FollowUpIntensity.Sustained;
        Act(new DraftCarePlan(life.Person.Id, true, intensity, null), at);
        var actions = new List<Guid>();
        var objectives = new List<Guid>();
        var count = 1 + dice.Roll(3);
        for (var n = 0; n < count; n++)
        {
            var theme = dice.Roll(Words.Problems.Length);
            Guid Item(string kind) => DeterministicGuid.V5(Space, $"{life.Person.Id}|{kind}|{n}");
            Act(new AddProblem(Item("problem"), DataClass.Social, Words.Problems[theme]), at);
            Act(new SetObjective(Item("objective"), Item("problem"), DataClass.Social, Words.Objectives[theme], null), at);
            objectives.Add(Item("objective"));
            for (var a = 0; a < 1 + dice.Roll(2); a++)
            {
                var action = DeterministicGuid.V5(Space, $"{life.Person.Id}|action|{n}|{a}");
                var owner = dice.Chance(0.6) ? new PlanParty(OwnerKind.Professional, life.Coordinators[0].Who) : new PlanParty(dice.Chance(0.5) ? OwnerKind.Person : OwnerKind.Carer);
                Act(new PlanAction(action, Item("objective"), (Recourse)dice.Roll(4), owner, day.AddDays(60 + dice.Roll(120)), DataClass.Social, Words.Actions[theme]), at);
                actions.Add(action);
            }
        }

        at = dice.AtWork(day.AddDays(3 + dice.Roll(6)));
        Act(new ProposeCarePlan(), at);
        at = dice.AtWork(DateOnly.FromDateTime(at.DateTime).AddDays(1 + dice.Roll(6)));
        var agreed = DateOnly.FromDateTime(WorkingDays.ToParis(at).DateTime);
        Act(dice.Chance(0.95) ? new RecordPlanAgreement(AgreementGiver.Person, ConsentMeans.Oral, agreed, null) : new RecordPlanAgreement(AgreementGiver.Person, null, agreed, "Ne souhaite pas formaliser."), at);
        if (!Act(new ValidateCarePlan(true), at.AddMinutes(5))) return;
        var from = DateOnly.FromDateTime(at.DateTime);
        var acts = new List<(DateTimeOffset, Action<DateTimeOffset>)>();
        foreach (var action in actions)
            acts.Add((dice.AtWork(from.AddDays(10 + dice.Roll(150))), moment => Act(new ReportAction(action, dice.Chance(0.85) ? ActionStatus.Done : ActionStatus.UnderWay, null, null, true), moment)));
        for (var review = from.AddDays(intensity is FollowUpIntensity.Intensive ? 80 : 170); review < life.Over; review = review.AddDays(340))
            acts.Add((dice.AtWork(review.AddDays(dice.Roll(20))), moment => Act(new HoldPlanReview(DateOnly.FromDateTime(WorkingDays.ToParis(moment).DateTime), null, "Point avec la personne et son entourage.", null), moment)));
        Chronicle.Play(acts.Where(a => DateOnly.FromDateTime(a.Item1.DateTime) < life.Over));
        if (life.Ending is not { } ending) return;
        at = dice.AtWork(ending.On);
        foreach (var objective in objectives)
            Act(new EvaluateObjective(objective, dice.Chance(0.7) ? ObjectiveStatus.Achieved : ObjectiveStatus.Abandoned, ending.Reason is ClosingReason.Death ? "Décès." : "Fin de l'accompagnement."), at);
        Act(new CloseCarePlan(ending.Reason is ClosingReason.Death ? PlanEnd.Death : PlanEnd.CoordinationOver, null), at.AddMinutes(5));
    }
}
