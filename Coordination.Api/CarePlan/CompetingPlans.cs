using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Hosting.Commands;
using Coordination.Api.Security;
using Coordination.Domain.CarePlan;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Kernel;
using Coordination.Projections.CarePlan;
using Platform.EventStore;
using Platform.GraphQL;
using Plan = Coordination.Domain.CarePlan.CarePlan;

namespace Coordination.Api.CarePlan;

/// <summary>Plans of identities that became a person's: read in her record, merged into her plan.</summary>
internal static class CompetingPlans
{
    private const int Rounds = 6;

    /// <summary>Those still to be merged first.</summary>
    public static async Task<IReadOnlyList<CarePlanView>> ReadAsync(IResolverContext context, CareRecordNode node)
    {
        var person = node.View.Record.PersonId;
        var others = (await PersonIdentities.OfAsync(context, node)).Where(id => id != person.Value).ToArray();
        if (others.Length == 0) return [];
        await using var session = context.Service<DocumentStore>().QuerySession(node.Territory.Value);
        var views = await session.QueryAsync<CarePlanView>("where person_id = any($1)", [others], context.RequestAborted);
        return [.. views.OrderBy(v => v.Plan.MergedInto is not null).ThenByDescending(v => v.ChangedAt)];
    }

    /// <summary>Takes over what is kept and closes the other plan as merged, both in one transaction.</summary>
    public static async Task<MutationResult<CareRecordNode>> MergeAsync(IResolverContext context, MergeCarePlanInput input)
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.ChangePlan);
        var id = CareRecordQueries.DecodeId(territory, input.RecordId, "recordId");
        if (await CareRecordQueries.FindAsync(context, id) is not { } node) return await FailureAsync(context, null, new CareRecordNotFound());
        await CareRecordQueries.DemandAsync(context, AccessAction.ChangePlan, node);
        if (scope.Subject.Professional is null) throw RequestScope.Forbidden("PROFESSIONAL");
        if (node.View.Record.Life.Status is RecordStatus.Closed) return await FailureAsync(context, node, new CareRecordIsClosed());
        var source = NodeId.Decode("CarePlan", input.From, "from");
        if ((await ReadAsync(context, node)).FirstOrDefault(v => v.Id == source) is not { } other) return await FailureAsync(context, node, new CarePlanNotFound());
        var kept = input.Keep.DistinctBy(k => k.Item).Select(k => (k.Under, Origin: other.Plan.Find(k.Item))).ToList();
        if (kept.Any(k => k.Origin is null)) return await FailureAsync(context, node, new PlanItemNotFound("keep"));
        foreach (var reach in kept.Select(k => k.Origin!.DataClass).Distinct()) await CareRecordQueries.DemandAsync(context, AccessAction.ChangePlan, node, reach);
        var target = Plan.IdOf(territory, node.View.Record.PersonId);
        var command = new TakeOverPlan(source, [.. kept.Select(k => new TakenItem(TakeOverPlan.IdOf(target, k.Origin!.Id), k.Origin, Under(k.Origin, k.Under)))]);
        var request = new CommandRequest(territory, scope.Subject.ToActor(), target) { ExpectedVersion = input.ExpectedVersion };
        if (await StageAsync(context, request, command) is { } error) return await FailureAsync(context, node, error);
        return (await CareRecordQueries.LoadAsync(context, territory, id))!;

        // A parent of the other plan is looked for under the id it has once it is kept; one that is not kept leaves a need or an objective on its own.
        Guid? Under(PlanItem origin, Guid? asked)
        {
            var parent = asked ?? origin.Parent;
            if (parent is not { } wanted || other.Plan.Find(wanted) is null) return parent;
            return asked is not null || kept.Any(k => k.Origin!.Id == wanted) ? TakeOverPlan.IdOf(target, wanted) : null;
        }
    }

    private static async Task<DomainError?> StageAsync(IResolverContext context, CommandRequest request, TakeOverPlan command)
    {
        var work = context.Service<UnitOfWork>();
        for (var round = 1; ; round++)
        {
            await using var session = context.Service<DocumentStore>().LightweightSession(UnitOfWork.OptionsOf(request, DatabaseRole.App));
            // Sent again, it was done: whatever version the sender saw then.
            var before = (await session.LoadAsync<CarePlanView>(request.StreamId, context.RequestAborted))?.Plan;
            if (before?.TakenOver.Contains(command.From) == true) return null;
            var error = (await work.StageAsync<TakeOverPlan, Plan>(session, request, command, context.RequestAborted)).Error
                ?? (await work.StageAsync<MergeCarePlan, Plan>(session, request with { StreamId = command.From, ExpectedVersion = null }, new(request.StreamId), context.RequestAborted)).Error;
            if (error is not null) return error;
            try
            {
                await session.SaveChangesAsync(context.RequestAborted);
                return null;
            }
            catch (ConcurrencyException) when (round < Rounds)
            {
                // Decided anew on both as they are now; a version that was named is then found stale.
            }
        }
    }

    private static async Task<MutationResult<CareRecordNode>> FailureAsync(IResolverContext context, CareRecordNode? node, DomainError error) =>
        MutationResult<CareRecordNode>.Failure([await CarePlanErrorNodes.OfAsync(context, node, error)]);
}
