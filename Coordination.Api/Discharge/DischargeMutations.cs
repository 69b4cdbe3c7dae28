using Coordination.Api.GraphQL;
using Coordination.Api.Hosting.Commands;
using Coordination.Api.Security;
using Coordination.Domain.Discharge;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Projections.Discharge;
using Platform.EventStore;
using Platform.GraphQL;
using Stay = Coordination.Domain.Discharge.Discharge;

namespace Coordination.Api.Discharge;

/// <summary>Input of <c>confirmArrangement</c>.</summary>
public sealed record ConfirmArrangementInput(
    string DischargeId, CareNeed Need, string Provider, string ConfirmedBy, ConfirmationChannel Channel, DateTimeOffset FirstVisitAt,
    Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>Input of <c>withdrawArrangement</c>.</summary>
public sealed record WithdrawArrangementInput(string DischargeId, CareNeed Need, string Reason, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>Input of <c>assessNeeds</c>.</summary>
public sealed record AssessNeedsInput(string DischargeId, IReadOnlyList<CareNeed> Needs, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>Input of <c>stateDestination</c>.</summary>
public sealed record StateDestinationInput(string DischargeId, DischargeDestination Destination, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>Input of <c>takeDischarge</c>.</summary>
public sealed record TakeDischargeInput(string DischargeId, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>Mutations of one discharge.</summary>
public static class DischargeMutations
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema.AddTypeExtension("Mutation", d => d
        .Mutation<ConfirmArrangementInput, DischargeNode>("confirmArrangement", "discharge", ConfirmAsync,
            m => m.Description("A provider confirmed to meet a need: who, by which channel, first visit. Said again it replaces, or confirms for a date that moved.")
                .Input(Describe).DischargeErrors().Error<FirstVisitBeforeDischargeError>())
        .Mutation<WithdrawArrangementInput, DischargeNode>("withdrawArrangement", "discharge",
            (c, i) => RunAsync(c, AccessAction.PrepareReturn, i.DischargeId, i.CommandId, i.ExpectedVersion, _ => new WithdrawArrangement(i.Need, i.Reason)),
            m => m.Description("A confirmation no longer stands.").Input(Describe).DischargeErrors().Error<NothingConfirmedError>())
        .Mutation<AssessNeedsInput, DischargeNode>("assessNeeds", "discharge",
            (c, i) => RunAsync(c, AccessAction.PrepareReturn, i.DischargeId, i.CommandId, i.ExpectedVersion, _ => new AssessReturnNeeds([.. i.Needs])),
            m => m.Description("What is needed at home, all of it; an empty list says that nothing is.").Input(Describe).DischargeErrors())
        .Mutation<StateDestinationInput, DischargeNode>("stateDestination", "discharge",
            (c, i) => RunAsync(c, AccessAction.StateDestination, i.DischargeId, i.CommandId, i.ExpectedVersion, _ => new StateDestination(i.Destination)),
            m => m.Description("Where the discharge leads to.").Input(Describe).DischargeErrors())
        .Mutation<TakeDischargeInput, DischargeNode>("takeDischarge", "discharge",
            (c, i) => RunAsync(c, AccessAction.PrepareReturn, i.DischargeId, i.CommandId, i.ExpectedVersion, me => new TakeDischarge(me)),
            m => m.Description("Take care of a return home; the establishment sees by whom.").Input(Describe).DischargeErrors()));

    private static void Describe(IInputObjectTypeDescriptor input) => input
        .Field("dischargeId", sdlType: "ID!")
        .Field("commandId", "Sent again with the same id, a command gives its first result.")
        .Field("expectedVersion", "The version the sender saw; another one is answered by ConcurrentChangeError.");

    private static Task<MutationResult<DischargeNode>> ConfirmAsync(IResolverContext context, ConfirmArrangementInput input)
    {
        if (!ProviderNumber.TryParse(input.Provider, out var provider))
            return Task.FromResult(MutationResult<DischargeNode>.Failure([CommandErrors.Invalid("provider", "FINESS_OR_RPPS")]));
        return RunAsync(context, AccessAction.PrepareReturn, input.DischargeId, input.CommandId, input.ExpectedVersion,
            _ => new ConfirmArrangement(input.Need, provider, input.Channel, input.FirstVisitAt.ToUniversalTime(), input.ConfirmedBy ?? ""));
    }

    private static async Task<MutationResult<DischargeNode>> RunAsync<TCommand>(
        IResolverContext context, AccessAction action, string nodeId, Guid? commandId, int? expectedVersion, Func<ProfessionalId, TCommand> command)
        where TCommand : notnull
    {
        var scope = RequestScope.Of(context);
        scope.Require(action);
        var id = NodeId.Decode("Discharge", nodeId, "dischargeId");
        if (await DischargeQueries.FindAsync(context, id, null) is not { } node) return Failure(new DischargeNotFound());
        if (scope.Subject.Professional is not { } me) throw RequestScope.Forbidden("PROFESSIONAL");
        var request = new CommandRequest(node.Territory, scope.Subject.ToActor(), id) { CommandId = commandId, ExpectedVersion = expectedVersion };
        var outcome = await context.Service<UnitOfWork>().ExecuteAsync<TCommand, Stay>(request, command(me), context.RequestAborted);
        if (outcome.Error is { } error) return Failure(error);
        return (await ReadAsync(context, node.Territory, id, outcome.Version))!;
    }

    /// <summary>The discharge as it is after a command, past any loader; an establishment's own row shows it too by then.</summary>
    public static async Task<DischargeNode?> ReadAsync(IResolverContext context, TerritoryId territory, Guid id, long version)
    {
        if (RequestScope.Of(context).Subject is { Territory: null, Establishment: { } establishment })
            await context.Service<OwnRows>().OfDischargeAsync(establishment, id, version, context.RequestAborted);
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        return await session.LoadAsync<DischargeView>(id, context.RequestAborted) is { } view ? new(territory, view) : null;
    }

    private static MutationResult<DischargeNode> Failure(DomainError error) => MutationResult<DischargeNode>.Failure([DischargeErrorNodes.Of(error)]);
}
