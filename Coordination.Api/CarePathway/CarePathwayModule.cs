using Coordination.Api.Hosting;
using Coordination.Api.Hosting.Commands;
using Coordination.Domain.CarePathway;
using Coordination.Projections.CarePathway;
using Platform.EventStore;
using Pathway = Coordination.Domain.CarePathway.CarePathway;

namespace Coordination.Api.CarePathway;

/// <summary>Registration of care pathways, of ruptures and unmet needs, and of the typology of a territory.</summary>
public sealed class CarePathwayModule : CapabilityModule
{
    /// <inheritdoc />
    public override void Store(StoreOptions store)
    {
        store.Aggregates.Map<Pathway>("care_pathway", (state, e) => Pathway.Evolve(state, (PathwayEvent)e.Data));
        store.Aggregates.Map<Disruption>("disruption", (state, e) => Disruption.Evolve(state, (DisruptionEvent)e.Data));
        store.Aggregates.Map<DisruptionTypology>("disruption_typology", (state, e) => DisruptionTypology.Evolve(state, (TypologyEvent)e.Data));
        store.Events
            .Map<PathwayApplied>("pathway_applied")
            .Map<PathwayConditionsStated>("pathway_conditions_stated")
            .Map<PathwayStepAdded>("pathway_step_added")
            .Map<PathwayStepDone>("pathway_step_done")
            .Map<PathwayStepSkipped>("pathway_step_skipped")
            .Map<PathwayStepReopened>("pathway_step_reopened")
            .Map<PathwayStepRescheduled>("pathway_step_rescheduled")
            .Map<PathwayStepAssigned>("pathway_step_assigned")
            .Map<PathwayExited>("pathway_exited")
            .Map<DisruptionReported>("disruption_reported")
            .Map<DisruptionQualified>("disruption_qualified")
            .Map<DisruptionAnswered>("disruption_answered")
            .Map<DisruptionPersists>("disruption_persists")
            .Map<DisruptionClosed>("disruption_closed")
            .Map<TypologyCodeDefined>("typology_code_defined")
            .Map<TypologyCodeRetired>("typology_code_retired");
        store.Projections
            .View(CarePathwayProjection.View).Add(new CarePathwayProjection(), ProjectionLifecycle.Inline)
            .View(DisruptionProjection.View).Add(new DisruptionProjection(), ProjectionLifecycle.Inline);
    }

    /// <inheritdoc />
    public override void Commands(CommandRegistry commands) => commands
        .Handle<ApplyPathway, Pathway>(ApplyPathway.Decide, new ApplyPathwayValidator())
        .Handle<StatePathwayConditions, Pathway>(StatePathwayConditions.Decide)
        .Handle<CompletePathwayStep, Pathway>(CompletePathwayStep.Decide, new CompletePathwayStepValidator())
        .Handle<SkipPathwayStep, Pathway>(SkipPathwayStep.Decide, new SkipPathwayStepValidator())
        .Handle<ReopenPathwayStep, Pathway>(ReopenPathwayStep.Decide)
        .Handle<ReschedulePathwayStep, Pathway>(ReschedulePathwayStep.Decide)
        .Handle<AssignPathwayStep, Pathway>(AssignPathwayStep.Decide)
        .Handle<AddPathwayStep, Pathway>(AddPathwayStep.Decide, new AddPathwayStepValidator())
        .Handle<ExitPathway, Pathway>(ExitPathway.Decide, new ExitPathwayValidator())
        .Handle<ReportDisruption, Disruption>(ReportDisruption.Decide, new ReportDisruptionValidator())
        .Handle<QualifyDisruption, Disruption>(QualifyDisruption.Decide)
        .Handle<AnswerDisruption, Disruption>(AnswerDisruption.Decide, new AnswerDisruptionValidator())
        .Handle<ConfirmPersistence, Disruption>(ConfirmPersistence.Decide)
        .Handle<CloseDisruption, Disruption>(CloseDisruption.Decide)
        .Handle<DefineTypologyCode, DisruptionTypology>(DefineTypologyCode.Decide, new DefineTypologyCodeValidator())
        .Handle<RetireTypologyCode, DisruptionTypology>(RetireTypologyCode.Decide);
}
