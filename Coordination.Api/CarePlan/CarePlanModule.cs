using Coordination.Api.Hosting;
using Coordination.Api.Hosting.Commands;
using Coordination.Domain.CarePlan;
using Coordination.Projections.CarePlan;
using Platform.EventStore;
using Plan = Coordination.Domain.CarePlan.CarePlan;

namespace Coordination.Api.CarePlan;

/// <summary>Registration of care plans.</summary>
public sealed class CarePlanModule : CapabilityModule
{
    /// <inheritdoc />
    public override void Store(StoreOptions store)
    {
        store.Aggregates.Map<Plan>("care_plan", (state, e) => Plan.Evolve(state, (CarePlanEvent)e.Data));
        store.Events
            .Map<CarePlanDrafted>("care_plan_drafted")
            .Map<ProblemAdded>("plan_problem_added")
            .Map<NeedIdentified>("plan_need_identified")
            .Map<PreferenceRecorded>("plan_preference_recorded")
            .Map<ObjectiveSet>("plan_objective_set")
            .Map<ActionPlanned>("plan_action_planned")
            .Map<PlanTextChanged>("plan_text_changed")
            .Map<ObjectiveCriteriaChanged>("plan_criteria_changed")
            .Map<PlanItemClassified>("plan_item_classified")
            .Map<NeedReclassified>("plan_need_reclassified")
            .Map<NeedCoverageStated>("plan_need_coverage_stated")
            .Map<ActionRecourseChanged>("plan_recourse_changed")
            .Map<ActionReassigned>("plan_action_reassigned")
            .Map<ActionRescheduled>("plan_action_rescheduled")
            .Map<PlanItemMoved>("plan_item_moved")
            .Map<PlanItemRemoved>("plan_item_removed")
            .Map<ActionAccepted>("plan_action_accepted")
            .Map<ActionDeclined>("plan_action_declined")
            .Map<ActionStarted>("plan_action_started")
            .Map<ActionDone>("plan_action_done")
            .Map<ActionNotDone>("plan_action_not_done")
            .Map<ActionCancelled>("plan_action_cancelled")
            .Map<ObjectiveEvaluated>("plan_objective_evaluated")
            .Map<PlanReviewScheduled>("plan_review_scheduled")
            .Map<AlertProcedureStated>("plan_alert_procedure_stated")
            .Map<CarePlanProposed>("care_plan_proposed")
            .Map<PlanAgreementGiven>("plan_agreement_given")
            .Map<PlanAgreementRefused>("plan_agreement_refused")
            .Map<CarePlanSigned>("care_plan_signed")
            .Map<CarePlanValidated>("care_plan_validated")
            .Map<CarePlanDistributed>("care_plan_distributed")
            .Map<PlanReviewCalled>("plan_review_called")
            .Map<PlanReviewHeld>("plan_review_held")
            .Map<CarePlanRevised>("care_plan_revised")
            .Map<PlanPathwaysNamed>("plan_pathways_named")
            .Map<PlanTakenOver>("plan_taken_over")
            .Map<PlanTakeOverUndone>("plan_take_over_undone")
            .Map<CarePlanMerged>("care_plan_merged")
            .Map<CarePlanMergeUndone>("care_plan_merge_undone")
            .Map<CarePlanClosed>("care_plan_closed");
        store.Projections.View(CarePlanProjection.View).Add(new CarePlanProjection(), ProjectionLifecycle.Inline);
    }

    /// <inheritdoc />
    public override void Commands(CommandRegistry commands) => commands
        .Handle<DraftCarePlan, Plan>(DraftCarePlan.Decide)
        .Handle<AddProblem, Plan>(AddProblem.Decide, new AddProblemValidator())
        .Handle<IdentifyNeed, Plan>(IdentifyNeed.Decide, new IdentifyNeedValidator())
        .Handle<RecordPreference, Plan>(RecordPreference.Decide, new RecordPreferenceValidator())
        .Handle<SetObjective, Plan>(SetObjective.Decide, new SetObjectiveValidator())
        .Handle<PlanAction, Plan>(PlanAction.Decide, new PlanActionValidator())
        .Handle<ChangePlanItem, Plan>(ChangePlanItem.Decide, new ChangePlanItemValidator())
        .Handle<MovePlanItem, Plan>(MovePlanItem.Decide)
        .Handle<RemovePlanItem, Plan>(RemovePlanItem.Decide)
        .Handle<AnswerAction, Plan>(AnswerAction.Decide, new AnswerActionValidator())
        .Handle<ReportAction, Plan>(ReportAction.Decide, new ReportActionValidator())
        .Handle<EvaluateObjective, Plan>(EvaluateObjective.Decide, new EvaluateObjectiveValidator())
        .Handle<SchedulePlanReview, Plan>(SchedulePlanReview.Decide)
        .Handle<StateAlertProcedure, Plan>(StateAlertProcedure.Decide, new StateAlertProcedureValidator())
        .Handle<ProposeCarePlan, Plan>(ProposeCarePlan.Decide)
        .Handle<RecordPlanAgreement, Plan>(RecordPlanAgreement.Decide, new RecordPlanAgreementValidator())
        .Handle<SignCarePlan, Plan>(SignCarePlan.Decide)
        .Handle<ValidateCarePlan, Plan>(ValidateCarePlan.Decide)
        .Handle<DistributeCarePlan, Plan>(DistributeCarePlan.Decide, new DistributeCarePlanValidator())
        .Handle<CallPlanReview, Plan>(CallPlanReview.Decide, new CallPlanReviewValidator())
        .Handle<HoldPlanReview, Plan>(HoldPlanReview.Decide, new HoldPlanReviewValidator())
        .Handle<NamePlanPathways, Plan>(NamePlanPathways.Decide)
        .Handle<TakeOverPlan, Plan>(TakeOverPlan.Decide)
        .Handle<MergeCarePlan, Plan>(MergeCarePlan.Decide)
        .Handle<UndoTakeOver, Plan>(UndoTakeOver.Decide)
        .Handle<UndoPlanMerge, Plan>(UndoPlanMerge.Decide)
        .Handle<ReviseCarePlan, Plan>(ReviseCarePlan.Decide)
        .Handle<CloseCarePlan, Plan>(CloseCarePlan.Decide, new CloseCarePlanValidator());
}
