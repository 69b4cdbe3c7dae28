using Coordination.Api.GraphQL;
using Coordination.Api.Persons;
using Coordination.Api.Security;
using Coordination.Domain.CareRecord;
using Coordination.Domain.CareTeam;
using Coordination.Domain.Directory;
using Coordination.Domain.Identifiers;
using Coordination.Projections.CareRecord;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.CareRecord;

/// <summary>Input of <c>changeIntensity</c>.</summary>
public sealed record ChangeIntensityInput(string RecordId, FollowUpIntensity Intensity, Guid? CommandId = null, int? ExpectedVersion = null) : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of <c>assignDeputy</c>; without a professional nobody stands in any more.</summary>
public sealed record AssignDeputyInput(string RecordId, string? Professional = null, Guid? CommandId = null, int? ExpectedVersion = null) : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of <c>statePhysicianAbsence</c>.</summary>
public sealed record PhysicianAbsenceInput(string RecordId, DateOnly On, Guid? CommandId = null, int? ExpectedVersion = null) : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of <c>putRecordOnStandby</c>.</summary>
public sealed record StandbyInput(string RecordId, DateOnly? Until = null, Guid? CommandId = null, int? ExpectedVersion = null) : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of <c>closeRecord</c>.</summary>
public sealed record CloseRecordInput(
    string RecordId, ClosingReason Reason, DateOnly On, bool PersonInformed, bool? WithoutPlan = null, string? Comment = null, Guid? CommandId = null, int? ExpectedVersion = null)
    : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of <c>reopenRecord</c>.</summary>
public sealed record ReopenRecordInput(string RecordId, string? Reason = null, Guid? CommandId = null, int? ExpectedVersion = null) : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of <c>correctFact</c>.</summary>
/// <param name="EventId">The fact of the life line that is corrected.</param>
public sealed record CorrectFactInput(string RecordId, Guid EventId, string Text, Guid? CommandId = null, int? ExpectedVersion = null) : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Mutations of a record's life (DOMAIN AG4).</summary>
public static class LifeMutations
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema.AddTypeExtension("Mutation", d =>
    {
        Add<ProfessionalInput, AssignReferent>(d, "assignReferent", "Name the referent of a record, or another one.",
            (_, i) => Task.FromResult(new AssignReferent(RecordCommands.Professional(i.Professional, "professional"))), m => m.Error<CareRecordIsClosedError>());
        Add<AssignDeputyInput, AssignDeputy>(d, "assignDeputy", "Name who stands in for the referent; nobody when none is given.",
            (_, i) => Task.FromResult(new AssignDeputy(i.Professional is { } id ? RecordCommands.Professional(id, "professional") : null)),
            m => m.Error<CareRecordIsClosedError>().Error<DeputyIsReferentError>());
        Add<ChangeIntensityInput, ChangeIntensity>(d, "changeIntensity", "Say how closely the person is followed; the first time it makes the record active.",
            async (c, i) => new(i.Intensity, await HasPhysicianAsync(c, i.RecordId)), m => m.Error<CareRecordIsClosedError>().Error<ReferentMissingError>().Error<PhysicianNotStatedError>());
        Add<PhysicianAbsenceInput, StatePhysicianAbsence>(d, "statePhysicianAbsence", "The person has no principal physician.",
            async (c, i) => new(i.On, await HasPhysicianAsync(c, i.RecordId)), m => m.Error<CareRecordIsClosedError>());
        Add<StandbyInput, PutOnStandby>(d, "putRecordOnStandby", "Let a record wait, until a day if one is known.",
            (_, i) => Task.FromResult(new PutOnStandby(i.Until)), m => m.Error<CareRecordIsClosedError>());
        Add<OnRecordInput, ReactivateCareRecord>(d, "reactivateRecord", "Work on a record again after a standby.",
            (_, _) => Task.FromResult(new ReactivateCareRecord()), m => m.Error<CareRecordIsClosedError>());
        Add<CloseRecordInput, CloseCareRecord>(d, "closeRecord", "End a coordination; refused with exactly what is still open. A manager may close without the plan.",
            CloseAsync, m => m.Error<CareRecordNotClosableError>());
        Add<ReopenRecordInput, ReopenCareRecord>(d, "reopenRecord", "Go on with a coordination that was closed less than 90 days ago.",
            async (c, i) => new(i.Reason, await SurvivorAsync(c, i.RecordId)), m => m.Error<ReopeningTooLateError>().Error<PersonIsMergedError>().Error<TransferStandsError>());
        Add<CorrectFactInput, CorrectFact>(d, "correctFact", "Say what is right about a fact of the life line; both stay to be read.", CorrectAsync, m => m.Error<FactNotFoundError>());
    });

    private static void Add<TInput, TCommand>(
        IObjectTypeDescriptor mutations, string name, string description, Func<IResolverContext, TInput, Task<TCommand>> command, Action<IMutationDescriptor> errors)
        where TInput : RecordInput
        where TCommand : notnull =>
        mutations.Mutation<TInput, CareRecordNode>(name, "record",
            async (context, input) => await RecordCommands.RunAsync(context, AccessAction.LeadRecord, input, await command(context, input)),
            mutation =>
            {
                mutation.Description(description).Input(i => Describe<TInput>(i)).RecordErrors();
                errors(mutation);
            });

    private static void Describe<TInput>(IInputObjectTypeDescriptor input)
    {
        input.DescribeVersioned();
        if (typeof(TInput) == typeof(ProfessionalInput)) input.Field("professional", sdlType: "ID!");
        if (typeof(TInput) == typeof(AssignDeputyInput)) input.Field("professional", sdlType: "ID");
    }

    private static async Task<CloseCareRecord> CloseAsync(IResolverContext context, CloseRecordInput input)
    {
        var node = await NodeAsync(context, input.RecordId);
        var withoutPlan = input.WithoutPlan == true;
        if (withoutPlan && RequestScope.Of(context).Subject.Role is not Role.Manager) throw RequestScope.Forbidden("MANAGER_ONLY");
        return new(input.Reason, input.On, input.PersonInformed, withoutPlan, input.Comment, node is null ? [] : await ClosingBlockers.ReadAsync(context, node));
    }

    private static async Task<CorrectFact> CorrectAsync(IResolverContext context, CorrectFactInput input)
    {
        var known = await NodeAsync(context, input.RecordId) is { } node && await LifeLine.HoldsAsync(context, node, input.EventId);
        return new(input.EventId, input.Text, known);
    }

    private static async Task<bool> HasPhysicianAsync(IResolverContext context, string recordId)
    {
        if (await NodeAsync(context, recordId) is not { } node) return false;
        var now = RequestScope.Of(context).Context.Now;
        return (await PersonAccessLoader.ReadNowAsync(context, node.Person)).Team?.Memberships.Any(m => m.Role is TeamRole.PrincipalPhysician && m.StandsAt(now)) == true;
    }

    private static async Task<PersonId?> SurvivorAsync(IResolverContext context, string recordId)
    {
        if (await NodeAsync(context, recordId) is not { } node) return null;
        await using var session = context.Service<DocumentStore>().QuerySession(node.Territory.Value);
        return (await session.LoadAsync<PersonIdentityView>(node.View.Record.PersonId.Value, context.RequestAborted))?.State.MergedInto;
    }

    // Read past any check: the command itself decides first whether the subject may know of it.
    private static Task<CareRecordNode?> NodeAsync(IResolverContext context, string recordId)
    {
        var territory = RequestScope.Of(context).Require(AccessAction.LeadRecord);
        return CareRecordQueries.LoadAsync(context, territory, CareRecordQueries.DecodeId(territory, recordId, "recordId"));
    }
}
