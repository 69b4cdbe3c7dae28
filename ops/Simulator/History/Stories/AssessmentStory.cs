using Coordination.Domain.Assessment;
using Coordination.Domain.Kernel;

namespace Coordination.Simulator.History.Stories;

/// <summary>The AGGIR grid of old persons, at the beginning and about once a year; autonomy seldom comes back.</summary>
public sealed class AssessmentStory : IStory
{
    private static readonly Guid Space = new("47a0b5de-6c1d-4d61-9f0f-5a2f8a8c4708");
    private static readonly string[] Questions = [.. Grids.Latest(AggirGrid.Code)!.Groups.Where(g => g.Scored).SelectMany(g => g.Questions).Select(q => q.Code)];

    /// <inheritdoc />
    public void Tell(Life life, Chronicle chronicle)
    {
        if (life.Person.Kind is not SituationKind.Elderly) return;
        var dice = life.Dice("assessment");
        var lost = Questions.ToDictionary(q => q, _ => dice.Weighted(60, 28, 12));
        var number = 0;
        for (var day = life.Opened.AddDays(5 + dice.Roll(25)); day < life.Over && number < 12; day = day.AddDays(300 + dice.Roll(300)))
        {
            if (++number > 1 && dice.Chance(0.35)) continue;
            foreach (var question in Questions.Where(_ => dice.Chance(0.15))) lost[question] = Math.Min(2, lost[question] + 1);
            var answers = new Answers([.. Questions.Select(q => new Answer(q, "ABC"[lost[q]].ToString()))]);
            var by = Chronicle.By(life.ReferentOn(day));
            var at = dice.AtWork(day);
            var on = DateOnly.FromDateTime(WorkingDays.ToParis(at).DateTime);
            if (on >= life.Over) return;
            chronicle.Tell<PersonAssessment>(DeterministicGuid.V5(Space, $"{life.Person.Id}|{number}"), (state, fact) => PersonAssessment.Evolve(state, (AssessmentEvent)fact), tale =>
            {
                tale.Run(new StartAssessment(life.Person.Id, AggirGrid.Code, on, null, false), by, at);
                tale.Run(new AnswerAssessment(life.Person.Id, answers), by, at.AddMinutes(12));
                tale.Run(new ValidateAssessment(life.Person.Id, null), by, at.AddMinutes(14));
            });
        }
    }
}
