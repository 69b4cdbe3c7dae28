using Coordination.Api.Hosting;
using Coordination.Api.Hosting.Commands;
using Coordination.Domain.Assessment;
using Coordination.Projections.Assessment;
using Platform.EventStore;

namespace Coordination.Api.Assessment;

/// <summary>Registration of assessments and of the groups that the Département notified.</summary>
public sealed class AssessmentModule : CapabilityModule
{
    /// <inheritdoc />
    public override void Store(StoreOptions store)
    {
        store.Aggregates.Map<PersonAssessment>("assessment", (state, e) => PersonAssessment.Evolve(state, (AssessmentEvent)e.Data));
        store.Aggregates.Map<Autonomy>("autonomy", (state, e) => Autonomy.Evolve(state, (AutonomyEvent)e.Data));
        store.Events
            .Map<AssessmentStarted>("assessment_started")
            .Map<QuestionsAnswered>("questions_answered")
            .Map<AssessmentValidated>("assessment_validated")
            .Map<AssessmentCorrected>("assessment_corrected")
            .Map<GirNotified>("gir_notified");
        store.Projections
            .View(AssessmentProjection.View).Add(new AssessmentProjection(), ProjectionLifecycle.Inline)
            .View(AutonomyProjection.View).Add(new AutonomyProjection(), ProjectionLifecycle.Inline);
    }

    /// <inheritdoc />
    public override void Commands(CommandRegistry commands) => commands
        .Handle<StartAssessment, PersonAssessment>(StartAssessment.Decide)
        .Handle<AnswerAssessment, PersonAssessment>(AnswerAssessment.Decide, new AnswerAssessmentValidator())
        .Handle<ValidateAssessment, PersonAssessment>(ValidateAssessment.Decide, new ValidateAssessmentValidator())
        .Handle<CorrectAssessment, PersonAssessment>(CorrectAssessment.Decide, new CorrectAssessmentValidator())
        .Handle<RecordNotifiedGir, Autonomy>(RecordNotifiedGir.Decide);
}
