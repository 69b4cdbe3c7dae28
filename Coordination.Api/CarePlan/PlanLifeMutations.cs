using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Domain.CarePlan;
using Coordination.Domain.CareTeam;
using Platform.GraphQL;

namespace Coordination.Api.CarePlan;

/// <summary>Mutations of a plan's life: begun, proposed, agreed, validated, given, reviewed, revised, closed.</summary>
public static class PlanLifeMutations
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema.AddTypeExtension("Mutation", d =>
    {
        Add<DraftCarePlanInput, DraftCarePlan>(d, "draftCarePlan", "Begin a person's plan, or the next one after a closed one. She has one at a time.",
            (c, i) => new(c.Record.View.Record.PersonId, c.Record.View.Record.Referent is not null, c.Intensity, i.ReviewOn),
            m => m.Error<CarePlanExistsError>().Error<PlanNeedsReferentError>().Error<ReviewTooLateError>());
        Add<SchedulePlanReviewInput, SchedulePlanReview>(d, "schedulePlanReview", "Say when the plan is looked at again: within 12 months, 3 when the person is followed intensively.",
            (c, i) => new(i.On, c.Intensity, i.SeenVersion), m => m.Error<ReviewTooLateError>().Error<PlanItemChangedError>());
        Add<OnCarePlanInput, ProposeCarePlan>(d, "proposeCarePlan", "Show the draft to the person and the team for their agreement.",
            (_, _) => new(), m => m.Error<CarePlanNotInDraftError>().Error<CarePlanIncompleteError>());
        Add<RecordPlanAgreementInput, RecordPlanAgreement>(d, "recordPlanAgreement", "The person, or who represents her, agreed to the plan proposed, or did not, and why.",
            (_, i) => new(i.Giver, i.Means, i.On, i.Refusal));
        Add<OnCarePlanInput, SignCarePlan>(d, "signCarePlan", "Sign the version at hand.", (_, _) => new(), m => m.Error<NotTheirsToValidateError>(), AccessAction.AnswerPlan);
        Run<OnCarePlanInput, ValidateCarePlan>(d, "validateCarePlan", "Put the version proposed in force; refused without an agreement or a refusal with its reason.",
            async (c, _) => new(await LeadsAsync(c)), m => m.Error<NotTheirsToValidateError>().Error<PlanAgreementMissingError>());
        Add<DistributeCarePlanInput, DistributeCarePlan>(d, "distributeCarePlan", "Note to whom the plan in force was given.",
            (_, i) => new([.. i.Recipients.Select(PlanCommands.Party)], i.On));
        Add<CallPlanReviewInput, CallPlanReview>(d, "callPlanReview", "Ask for a review before its day, since something happened.", (_, i) => new(i.Reason ?? ""), null, AccessAction.AnswerPlan);
        Add<HoldPlanReviewInput, HoldPlanReview>(d, "holdPlanReview", "Note a review that was held, and when the next one is.",
            (c, i) => new(i.On, i.Next, i.Summary ?? "", c.Intensity), m => m.Error<ReviewTooLateError>());
        Add<OnCarePlanInput, ReviseCarePlan>(d, "reviseCarePlan", "Write the plan again; the version in force stays readable exactly as it was.", (_, _) => new());
        Add<CloseCarePlanInput, CloseCarePlan>(d, "closeCarePlan", "End a plan; refused with the objectives that were not evaluated.",
            (_, i) => new(i.End, i.Comment), m => m.Error<CarePlanNotClosableError>());
        Run<NamePlanPathwaysInput, NamePlanPathways>(d, "namePlanPathways", "Say which care pathways of the person, of those that go on, the plan carries out: all of them.",
            async (c, i) => new([.. i.Pathways.Select(p => NodeId.Decode("CarePathway", p, "pathways"))], await PlanPathways.RunningAsync(c.Resolver, c.Record), i.SeenVersion),
            m => m.Error<CarePlanNotInDraftError>().Error<PlanPathwayUnknownError>().Error<PlanItemChangedError>());
        d.Mutation<MergeCarePlanInput, CareRecordNode>("mergeCarePlan", "record", CompetingPlans.MergeAsync, m => m
            .Description("Take over what is kept of the plan of an identity that became this person's; that plan is closed as merged and stays to be read.")
            .Input(i => i.DescribeVersioned().Field("from", sdlType: "ID!")).PlanErrors()
            .Error<CarePlanNotInDraftError>().Error<PlanItemNotFoundError>().Error<CarePlanIsMergedError>());
    });

    private static void Add<TInput, TCommand>(
        IObjectTypeDescriptor mutations, string name, string description, Func<PlanCommandContext, TInput, TCommand> command, Action<IMutationDescriptor>? errors = null,
        AccessAction action = AccessAction.ChangePlan)
        where TInput : RecordInput
        where TCommand : notnull =>
        Run<TInput, TCommand>(mutations, name, description, (c, i) => Task.FromResult(command(c, i)), errors, action);

    private static void Run<TInput, TCommand>(
        IObjectTypeDescriptor mutations, string name, string description, Func<PlanCommandContext, TInput, Task<TCommand>> command, Action<IMutationDescriptor>? errors,
        AccessAction action = AccessAction.ChangePlan)
        where TInput : RecordInput
        where TCommand : notnull =>
        mutations.Mutation<TInput, CareRecordNode>(name, "record", (c, i) => PlanCommands.RunAsync(c, action, i, plan => command(plan, i)), mutation =>
        {
            mutation.Description(description).Input(i => Describe<TInput>(i)).PlanErrors();
            errors?.Invoke(mutation);
        });

    private static void Describe<TInput>(IInputObjectTypeDescriptor input)
    {
        input.Describe();
        if (typeof(TInput) == typeof(NamePlanPathwaysInput)) input.Field("pathways", sdlType: "[ID!]!");
    }

    // The referent, who stands in for him, or the médecin traitant.
    private static async Task<bool> LeadsAsync(PlanCommandContext plan)
    {
        if (RequestScope.Of(plan.Resolver).Subject.Professional is not { } me) return false;
        var record = plan.Record.View.Record;
        if (record.Referent == me || record.Life.Deputy == me) return true;
        var now = RequestScope.Of(plan.Resolver).Context.Now;
        return (await PersonAccessLoader.ReadNowAsync(plan.Resolver, plan.Record.Person)).Team?.Memberships
            .Any(m => m.Professional == me && m.Role is TeamRole.PrincipalPhysician && m.StandsAt(now)) == true;
    }
}
