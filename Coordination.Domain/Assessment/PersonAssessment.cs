using System.Diagnostics;
using Coordination.Domain.Identifiers;

namespace Coordination.Domain.Assessment;

/// <summary>How far an assessment has come.</summary>
public enum AssessmentStatus
{
    /// <summary>Being answered.</summary>
    Draft,

    /// <summary>The assessor stands by it.</summary>
    Validated,
}

/// <summary>An assessment as its events tell it.</summary>
public sealed record PersonAssessment(
    PersonId Person, string GridCode, int GridVersion, DateOnly On, ProfessionalId? Assessor, Answers Answers, AssessmentStatus Status, bool Complete, Score? Score)
{
    /// <summary>The grid it was made with.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Grid Grid => Grids.Of(GridCode, GridVersion);

    /// <summary>The assessment after one more fact.</summary>
    public static PersonAssessment Evolve(PersonAssessment? state, AssessmentEvent fact) => (state, fact) switch
    {
        (_, AssessmentStarted e) => new(e.Person, e.Grid, e.GridVersion, e.On, e.Assessor, Answers.None, AssessmentStatus.Draft, false, null),
        ({ } s, QuestionsAnswered e) => s with { Answers = s.Answers.With(e.Answers) },
        ({ } s, AssessmentValidated e) => s with { Status = AssessmentStatus.Validated, Complete = e.Complete, Score = e.Score },
        ({ } s, AssessmentCorrected e) => s with { Answers = s.Answers.With(e.Answers), Complete = e.Complete, Score = e.Score },
        _ => throw new UnreachableException($"{fact.GetType().Name} on {(state is null ? "no assessment" : "an assessment")}"),
    };
}
