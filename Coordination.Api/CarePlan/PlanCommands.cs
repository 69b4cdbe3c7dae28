using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Hosting.Commands;
using Coordination.Api.Security;
using Coordination.Domain.CarePlan;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Projections.CarePlan;
using Platform.EventStore;
using Platform.GraphQL;
using Plan = Coordination.Domain.CarePlan.CarePlan;

namespace Coordination.Api.CarePlan;

/// <summary>What a plan's command may need to know besides its input.</summary>
/// <param name="Leads">The subject may change the plan.</param>
internal sealed record PlanCommandContext(IResolverContext Resolver, CareRecordNode Record, bool Leads)
{
    /// <summary>How closely the person is followed.</summary>
    public FollowUpIntensity? Intensity => Record.View.Record.Life.Intensity;

    /// <summary>The id of a new item: the same one when a command is sent again.</summary>
    public Guid NewItem(RecordInput input) => RecordCommands.NewId(Resolver, input.CommandId);
}

/// <summary>Runs a mutation of a plan: access to the record, and to the class of what is touched, then the command.</summary>
internal static class PlanCommands
{
    // As many rounds of the unit of work as many people at one plan may need.
    private const int Rounds = 6;

    /// <summary>Runs it.</summary>
    /// <param name="item">The item that is touched, if one is.</param>
    /// <param name="classes">Classes that the input names.</param>
    public static async Task<MutationResult<CareRecordNode>> RunAsync<TCommand>(
        IResolverContext context, AccessAction action, RecordInput input, Func<PlanCommandContext, Task<TCommand>> command, Guid? item = null, params DataClass[] classes)
        where TCommand : notnull
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(action);
        var id = CareRecordQueries.DecodeId(territory, input.RecordId, "recordId");
        if (await CareRecordQueries.FindAsync(context, id) is not { } node) return await FailureAsync(context, null, new CareRecordNotFound());
        var stream = Plan.IdOf(territory, node.View.Record.PersonId);
        await DemandAsync(context, action, node, stream, item, classes);
        if (scope.Subject.Professional is null) throw RequestScope.Forbidden("PROFESSIONAL");
        if (node.View.Record.Life.Status is RecordStatus.Closed) return await FailureAsync(context, node, new CareRecordIsClosed());
        var leads = (await CareRecordQueries.DecideAsync(context, AccessAction.ChangePlan, node)).Permitted;
        var request = new CommandRequest(territory, scope.Subject.ToActor(), stream) { CommandId = input.CommandId };
        var outcome = await ExecuteAsync(context.Service<UnitOfWork>(), request, await command(new(context, node, leads)), context.RequestAborted);
        if (outcome.Error is { } error) return await FailureAsync(context, node, error);
        return (await CareRecordQueries.LoadAsync(context, territory, id))!;
    }

    /// <summary>Who an input names; a number that is none is refused by the command's own rule.</summary>
    public static PlanParty Party(PlanPartyInput input) => new(input.Kind,
        input.Professional is { } id ? RecordCommands.Professional(id, "professional") : null,
        Finess.TryParse(input.Structure, out var finess) ? finess : null);

    private static async Task<CommandOutcome> ExecuteAsync<TCommand>(UnitOfWork work, CommandRequest request, TCommand command, CancellationToken cancellation)
        where TCommand : notnull
    {
        for (var round = 1; ; round++)
        {
            try
            {
                return await work.ExecuteAsync<TCommand, Plan>(request, command, cancellation);
            }
            catch (ConcurrencyException) when (round < Rounds)
            {
                // Many write at once, each to items of its own: decided anew.
            }
        }
    }

    // What a subject may not read he does not change either: the class of the item as it is, and those it is to have.
    private static async Task DemandAsync(IResolverContext context, AccessAction action, CareRecordNode node, Guid stream, Guid? item, DataClass[] classes)
    {
        await CareRecordQueries.DemandAsync(context, action, node);
        foreach (var reach in classes) await CareRecordQueries.DemandAsync(context, action, node, reach);
        if (item is not { } touched) return;
        await using var session = context.Service<DocumentStore>().QuerySession(node.Territory.Value);
        if ((await session.LoadAsync<CarePlanView>(stream, context.RequestAborted))?.Plan.Find(touched) is { } found)
            await CareRecordQueries.DemandAsync(context, action, node, found.DataClass);
    }

    private static async Task<MutationResult<CareRecordNode>> FailureAsync(IResolverContext context, CareRecordNode? node, Domain.Kernel.DomainError error) =>
        MutationResult<CareRecordNode>.Failure([await CarePlanErrorNodes.OfAsync(context, node, error)]);
}
