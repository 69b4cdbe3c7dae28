using Coordination.Api.CareRecord;
using Coordination.Api.Security;
using Coordination.Domain.CarePlan;
using Coordination.Domain.CareRecord;
using Platform.GraphQL;

namespace Coordination.Api.CarePlan;

/// <summary>Mutations of what stands in a plan.</summary>
public static class PlanMutations
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema.AddInputObjectType<PlanPartyInput>(d => d.Field("professional", sdlType: "ID")).AddInputObjectType<KeptPlanItemInput>().AddTypeExtension("Mutation", d =>
    {
        Add<AddPlanProblemInput, AddProblem>(d, "addPlanProblem", "Add a problem to the draft of a plan.", (c, i) => new(c.NewItem(i), i.DataClass, i.Text ?? ""), i => [i.DataClass]);
        Add<IdentifyNeedInput, IdentifyNeed>(d, "identifyNeed", "Add a need, met already or not; one that is not met counts for the territory.",
            (c, i) => new(c.NewItem(i), i.Problem, i.Need, i.Met, i.DataClass, i.Text ?? ""), i => [i.DataClass]);
        Add<RecordPreferenceInput, RecordPreference>(d, "recordPreference", "Note what the person expects or prefers, in her words.",
            (c, i) => new(c.NewItem(i), i.Text ?? ""), _ => [DataClass.Social]);
        Add<SetObjectiveInput, SetObjective>(d, "setObjective", "Set an objective that the person shares.",
            (c, i) => new(c.NewItem(i), i.Problem, i.DataClass, i.Text ?? "", i.Criteria), i => [i.DataClass]);
        Add<PlanActionInput, PlanAction>(d, "planAction", "Plan an action towards an objective: of which recourse, by whom, by when.",
            (c, i) => new(c.NewItem(i), i.Objective, i.Recourse, PlanCommands.Party(i.Owner), i.Due, i.DataClass, i.Text ?? ""), i => [i.DataClass]);
        Add<ChangePlanItemInput, ChangePlanItem>(d, "changePlanItem",
            "Change fields of an item. What others changed of other items or fields stands; the same field changed since `seenVersion` is answered by PlanItemChangedError.",
            (_, i) => new(i.Item, i.SeenVersion, new(i.Text, i.Criteria, i.DataClass, i.Need, i.Met, i.Recourse, i.Owner is { } owner ? PlanCommands.Party(owner) : null, i.Due)),
            i => i.DataClass is { } reach ? [reach] : [], i => i.Item);
        Add<MovePlanItemInput, MovePlanItem>(d, "movePlanItem", "Put an item before another one, or last.", (_, i) => new(i.Item, i.Before), _ => [], i => i.Item);
        Add<RemovePlanItemInput, RemovePlanItem>(d, "removePlanItem", "Take an item out of the draft; earlier versions keep it.",
            (_, i) => new(i.Item, i.SeenVersion), _ => [], i => i.Item, m => m.Error<PlanItemInUseError>());
        Add<EvaluateObjectiveInput, EvaluateObjective>(d, "evaluateObjective", "Say how far an objective is; one not reached or given up says why.",
            (_, i) => new(i.Item, i.Status, i.Text), _ => [], i => i.Item);
        Add<StateAlertProcedureInput, StateAlertProcedure>(d, "stateAlertProcedure", "Whom to call, and what to do, when something goes wrong.",
            (_, i) => new(i.Text ?? "", i.SeenVersion), _ => [DataClass.Social]);
        Answer<AnswerPlanActionInput, AnswerAction>(d, "answerPlanAction", "The owner of an action says whether it will be done; who leads the plan may note it for him.",
            (c, i) => new(i.Item, i.Accepts, i.Reason, c.Leads), i => i.Item);
        Answer<ReportPlanActionInput, ReportAction>(d, "reportPlanAction", "Say that an action has begun, was done, was not done (with a reason), or is not wanted any more.",
            (c, i) => new(i.Item, i.Status, i.Reason, i.Text, c.Leads), i => i.Item);
    });

    /// <summary>What every mutation of a plan may answer.</summary>
    internal static IMutationDescriptor PlanErrors(this IMutationDescriptor mutation) => mutation.RecordErrors()
        .Error<CareRecordIsClosedError>().Error<CarePlanNotFoundError>().Error<CarePlanIsClosedError>().Error<CarePlanInOtherStateError>();

    private static void Add<TInput, TCommand>(
        IObjectTypeDescriptor mutations, string name, string description, Func<PlanCommandContext, TInput, TCommand> command, Func<TInput, DataClass[]> classes,
        Func<TInput, Guid>? item = null, Action<IMutationDescriptor>? errors = null)
        where TInput : RecordInput
        where TCommand : notnull =>
        mutations.Mutation<TInput, CareRecordNode>(name, "record",
            (c, i) => PlanCommands.RunAsync(c, AccessAction.ChangePlan, i, plan => Task.FromResult(command(plan, i)), item?.Invoke(i), classes(i)),
            mutation =>
            {
                mutation.Description(description).Input(i => i.Describe()).PlanErrors()
                    .Error<CarePlanNotInDraftError>().Error<PlanItemNotFoundError>().Error<PlanItemChangedError>();
                errors?.Invoke(mutation);
            });

    private static void Answer<TInput, TCommand>(
        IObjectTypeDescriptor mutations, string name, string description, Func<PlanCommandContext, TInput, TCommand> command, Func<TInput, Guid> item)
        where TInput : RecordInput
        where TCommand : notnull =>
        mutations.Mutation<TInput, CareRecordNode>(name, "record",
            (c, i) => PlanCommands.RunAsync(c, AccessAction.AnswerPlan, i, plan => Task.FromResult(command(plan, i)), item(i)),
            mutation => mutation.Description(description).Input(i => i.Describe()).PlanErrors().Error<PlanItemNotFoundError>().Error<NotTheActionOwnerError>());
}
