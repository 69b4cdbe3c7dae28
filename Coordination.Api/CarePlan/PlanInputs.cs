using Coordination.Api.CareRecord;
using Coordination.Domain.CarePlan;
using Coordination.Domain.CareRecord;

namespace Coordination.Api.CarePlan;

/// <summary>Who does an action or is given a plan.</summary>
/// <param name="Professional">Of a professional.</param>
/// <param name="Structure">FINESS of a structure.</param>
public sealed record PlanPartyInput(OwnerKind Kind, string? Professional = null, string? Structure = null);

/// <summary>Input of <c>draftCarePlan</c>; the review date is proposed when it is not given.</summary>
public sealed record DraftCarePlanInput(string RecordId, DateOnly? ReviewOn = null, Guid? CommandId = null) : RecordInput(RecordId, CommandId);

/// <summary>Input of <c>addPlanProblem</c>.</summary>
public sealed record AddPlanProblemInput(string RecordId, string Text, DataClass DataClass = DataClass.Social, Guid? CommandId = null) : RecordInput(RecordId, CommandId);

/// <summary>Input of <c>identifyNeed</c>.</summary>
public sealed record IdentifyNeedInput(
    string RecordId, NeedClass Need, bool Met, string Text, Guid? Problem = null, DataClass DataClass = DataClass.Social, Guid? CommandId = null) : RecordInput(RecordId, CommandId);

/// <summary>Input of <c>recordPreference</c>.</summary>
public sealed record RecordPreferenceInput(string RecordId, string Text, Guid? CommandId = null) : RecordInput(RecordId, CommandId);

/// <summary>Input of <c>setObjective</c>.</summary>
public sealed record SetObjectiveInput(
    string RecordId, string Text, Guid? Problem = null, string? Criteria = null, DataClass DataClass = DataClass.Social, Guid? CommandId = null) : RecordInput(RecordId, CommandId);

/// <summary>Input of <c>planAction</c>.</summary>
public sealed record PlanActionInput(
    string RecordId, Guid Objective, string Text, Recourse Recourse, PlanPartyInput Owner, DateOnly Due, DataClass DataClass = DataClass.Social, Guid? CommandId = null)
    : RecordInput(RecordId, CommandId);

/// <summary>Input of <c>changePlanItem</c>: what is given changes, the rest stays.</summary>
public sealed record ChangePlanItemInput(
    string RecordId, Guid Item, int SeenVersion, string? Text = null, string? Criteria = null, DataClass? DataClass = null, NeedClass? Need = null, bool? Met = null,
    Recourse? Recourse = null, PlanPartyInput? Owner = null, DateOnly? Due = null, Guid? CommandId = null) : RecordInput(RecordId, CommandId);

/// <summary>Input of <c>movePlanItem</c>; last when no other item is named.</summary>
public sealed record MovePlanItemInput(string RecordId, Guid Item, Guid? Before = null, Guid? CommandId = null) : RecordInput(RecordId, CommandId);

/// <summary>Input of <c>removePlanItem</c>.</summary>
public sealed record RemovePlanItemInput(string RecordId, Guid Item, int SeenVersion, Guid? CommandId = null) : RecordInput(RecordId, CommandId);

/// <summary>Input of <c>answerPlanAction</c>.</summary>
public sealed record AnswerPlanActionInput(string RecordId, Guid Item, bool Accepts, string? Reason = null, Guid? CommandId = null) : RecordInput(RecordId, CommandId);

/// <summary>Input of <c>reportPlanAction</c>.</summary>
public sealed record ReportPlanActionInput(
    string RecordId, Guid Item, ActionStatus Status, NotDoneReason? Reason = null, string? Text = null, Guid? CommandId = null) : RecordInput(RecordId, CommandId);

/// <summary>Input of <c>evaluateObjective</c>.</summary>
public sealed record EvaluateObjectiveInput(string RecordId, Guid Item, ObjectiveStatus Status, string? Text = null, Guid? CommandId = null) : RecordInput(RecordId, CommandId);

/// <summary>Input of <c>schedulePlanReview</c>.</summary>
public sealed record SchedulePlanReviewInput(string RecordId, DateOnly On, int SeenVersion, Guid? CommandId = null) : RecordInput(RecordId, CommandId);

/// <summary>Input of <c>stateAlertProcedure</c>.</summary>
public sealed record StateAlertProcedureInput(string RecordId, string Text, int SeenVersion, Guid? CommandId = null) : RecordInput(RecordId, CommandId);

/// <summary>Input of <c>recordPlanAgreement</c>: the means of an agreement, or the reason of a refusal.</summary>
public sealed record RecordPlanAgreementInput(
    string RecordId, AgreementGiver Giver, DateOnly On, ConsentMeans? Means = null, string? Refusal = null, Guid? CommandId = null) : RecordInput(RecordId, CommandId);

/// <summary>Input of <c>distributeCarePlan</c>.</summary>
public sealed record DistributeCarePlanInput(string RecordId, IReadOnlyList<PlanPartyInput> Recipients, DateOnly On, Guid? CommandId = null) : RecordInput(RecordId, CommandId);

/// <summary>Input of <c>callPlanReview</c>.</summary>
public sealed record CallPlanReviewInput(string RecordId, string Reason, Guid? CommandId = null) : RecordInput(RecordId, CommandId);

/// <summary>Input of <c>holdPlanReview</c>; the next review is proposed when it is not given.</summary>
public sealed record HoldPlanReviewInput(string RecordId, DateOnly On, string Summary, DateOnly? Next = null, Guid? CommandId = null) : RecordInput(RecordId, CommandId);

/// <summary>Input of <c>namePlanPathways</c>: all of them, by their ids.</summary>
public sealed record NamePlanPathwaysInput(string RecordId, IReadOnlyList<string> Pathways, int SeenVersion, Guid? CommandId = null) : RecordInput(RecordId, CommandId);

/// <summary>An item of the other plan that is kept.</summary>
/// <param name="Under">The problem or objective, of either plan, that it goes under; the one it was under when none is given.</param>
public sealed record KeptPlanItemInput(Guid Item, Guid? Under = null);

/// <summary>Input of <c>mergeCarePlan</c>.</summary>
public sealed record MergeCarePlanInput(
    string RecordId, string From, IReadOnlyList<KeptPlanItemInput> Keep, Guid? CommandId = null, int? ExpectedVersion = null) : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of <c>closeCarePlan</c>.</summary>
public sealed record CloseCarePlanInput(string RecordId, PlanEnd End, string? Comment = null, Guid? CommandId = null) : RecordInput(RecordId, CommandId);

/// <summary>Input of what needs nothing but the record.</summary>
public sealed record OnCarePlanInput(string RecordId, Guid? CommandId = null) : RecordInput(RecordId, CommandId);
