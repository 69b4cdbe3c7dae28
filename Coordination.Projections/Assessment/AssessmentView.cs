using Coordination.Domain.Assessment;
using Coordination.Domain.Kernel;
using Platform.EventStore;

namespace Coordination.Projections.Assessment;

/// <summary>An assessment as its readers see it, with what was corrected.</summary>
public sealed record AssessmentView(Guid Id, PersonAssessment Assessment, DateTimeOffset StartedAt, DateTimeOffset ChangedAt, long Version)
{
    /// <summary>When the assessor stood by it.</summary>
    public DateTimeOffset? ValidatedAt { get; init; }

    /// <summary>What the assessor added.</summary>
    public Protected<string>? Comment { get; init; }

    /// <summary>Corrections, oldest first, each with what stood before.</summary>
    public IReadOnlyList<AssessmentCorrection> Corrections { get; init; } = [];
}

/// <summary>A correction: who, when, why, and what stood before it.</summary>
public sealed record AssessmentCorrection(string? By, DateTimeOffset At, Protected<string> Reason, Answers Before, Score? ScoreBefore);

/// <summary>One row per assessment, in the transaction of its events.</summary>
public sealed class AssessmentProjection : SingleStreamProjection<AssessmentView>
{
    /// <summary>The view's table: the assessments of a person, last seen first.</summary>
    public static ViewDefinition<AssessmentView> View { get; } = new ViewDefinition<AssessmentView>("assessment", 1)
        .Id(v => v.Id)
        .Column("person_id", "uuid", v => v.Assessment.Person.Value)
        .Column("grid", "text", v => v.Assessment.GridCode)
        .Column("status", "text", v => v.Assessment.Status)
        .Column("assessed_on", "date", v => v.Assessment.On)
        .Index("person_id", "assessed_on", "id");

    /// <inheritdoc />
    public override IReadOnlyCollection<string> StreamTypes { get; } = ["assessment"];

    /// <inheritdoc />
    public override AssessmentView? Evolve(AssessmentView? view, IEvent e)
    {
        if (e.Data is not AssessmentEvent fact) return view;
        var assessment = PersonAssessment.Evolve(view?.Assessment, fact);
        var next = view is null
            ? new AssessmentView(e.StreamId, assessment, e.OccurredAt, e.OccurredAt, e.Version)
            : view with { Assessment = assessment, ChangedAt = e.OccurredAt, Version = e.Version };
        return fact switch
        {
            AssessmentValidated validated => next with { ValidatedAt = e.OccurredAt, Comment = validated.Comment },
            AssessmentCorrected corrected => next with
            {
                Corrections = [.. next.Corrections, new(e.UserName, e.OccurredAt, corrected.Reason, view!.Assessment.Answers, view.Assessment.Score)],
            },
            _ => next,
        };
    }
}
