using System.Collections.Immutable;
using Coordination.Api.CarePathway;
using Coordination.Domain.CarePathway;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Kernel;
using Pathway = Coordination.Domain.CarePathway.CarePathway;

namespace Coordination.Simulator.History.Stories;

/// <summary>Pathways by the templates that are shipped: after a stay in hospital, for a weak heart, for a carer who cannot any more.</summary>
public sealed class PathwayStory : IStory
{
    private const string ReturnHome = "RETURN_HOME_ELDERLY", HeartFailure = "HEART_FAILURE", CarerExhaustion = "CARER_EXHAUSTION";

    /// <inheritdoc />
    public void Tell(Life life, Chronicle chronicle)
    {
        var dice = life.Dice("pathway");
        if (life.Person.Kind is SituationKind.Elderly)
        {
            // One at a time: who comes home again while the last one runs goes on with it.
            var (number, free) = (0, life.Opened);
            foreach (var stay in life.Stays.Where(s => !s.ByDeath && dice.Chance(0.5)))
            {
                if (stay.To < free) continue;
                if (Play(life, chronicle, dice, ReturnHome, number++, stay.To) is not { } ended) break;
                free = ended;
            }
        }

        if (life.Person.Kind is not SituationKind.Child && dice.Chance(0.12)) Play(life, chronicle, dice, HeartFailure, 0, life.Opened.AddDays(15 + dice.Roll(60)));
        if (dice.Chance(0.1)) Play(life, chronicle, dice, CarerExhaustion, 0, life.Opened.AddDays(60 + dice.Roll(300)));
    }

    // The day on which it ended; null when it runs still.
    private static DateOnly? Play(Life life, Chronicle chronicle, Territory.Dice dice, string template, int number, DateOnly from)
    {
        if (from >= life.Over) return null;
        DateOnly? exit = null;
        var shipped = PathwayTemplates.Shipped.Find(template)!;
        chronicle.Tell<Pathway>(Pathway.IdOf(life.Plan.Territory, life.Person.Id, template, number), (state, fact) => Pathway.Evolve(state, (PathwayEvent)fact), tale =>
        {
            bool Act<TCommand>(TCommand command, DateTimeOffset at)
                where TCommand : notnull => tale.Run(command, Chronicle.By(life.ReferentOn(Day(at))), at);

            var entered = dice.AtWork(from);
            ImmutableArray<string> holding = [.. shipped.Conditions.Where(_ => dice.Chance(0.5)).Select(c => c.Code)];
            if (!Act(new ApplyPathway(life.Person.Id, shipped, Day(entered), holding, null), entered)) return;
            // Now and then somebody loses sight of it.
            while (!dice.Chance(0.01) && tale.State!.Open.OrderBy(tale.State.DueOn).FirstOrDefault() is { } step)
            {
                var at = dice.AtWork(tale.State.DueOn(step).AddDays(dice.Roll(6)));
                if (Day(at) >= life.Over) break;
                var told = dice.Chance(0.9)
                    ? Act(new CompletePathwayStep(life.Person.Id, step.Code, Day(at), null), at)
                    : Act(new SkipPathwayStep(life.Person.Id, step.Code, (DeviationReason)dice.Roll(5), null), at);
                if (!told) break;
            }

            if (life.Ending is { } ending && tale.State!.Open.Any())
                Act(new ExitPathway(life.Person.Id, ending.Reason is ClosingReason.Death ? PathwayExitReason.Died : PathwayExitReason.NotSuitable, ending.On, null), dice.AtWork(ending.On));
            else if (!tale.State!.Open.Any())
                Act(new ExitPathway(life.Person.Id, PathwayExitReason.Completed, Day(tale.Facts.Last().RecordedAt), null), tale.Facts.Last().RecordedAt.AddMinutes(2));
            exit = tale.State!.Exit?.On;
        });
        return exit;
    }

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(WorkingDays.ToParis(at).DateTime);
}
