using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Domain.CarePlan;
using Coordination.Projections.CarePlan;
using Platform.EventStore;
using Platform.GraphQL;
using Plan = Coordination.Domain.CarePlan.CarePlan;

namespace Coordination.Api.CarePlan;

/// <summary><c>CareRecord.carePlan</c>: now, in any version, at any time in two senses; and what two versions differ in.</summary>
public static class CarePlanFields
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema.AddTypeExtension("CareRecord", d =>
    {
        d.Field("carePlan").Type("CarePlan").Argument("version", "Int").Argument("onDate", "DateTime").Argument("knownAt", "DateTime")
            .Description("The person's plan; null when none was begun. `version` gives one as it was last, `onDate` the plan as it was then, `knownAt` as it was known then.")
            .Resolve<CarePlanNode?>(ReadAsync);
        d.Field("carePlanDifferences").Type("[PlanDifference!]").Argument("from", "Int!").Argument("to", "Int!")
            .Description("What two versions of the plan differ in, item by item and field by field; null when one of them does not exist.").Resolve<PlanDifference[]?>(CompareAsync);
        d.Field("competingPlans").Type("[CarePlan!]!").Description("Plans of identities that became this person's, those to be merged first; one that was merged stays to be read.")
            .Resolve<CarePlanNode[]>(CompetingAsync);
        d.Field("planReviewLimits").Type("PlanReviewLimits!").Description("The day proposed for the next review, and the last one allowed, from how closely the person is followed.")
            .Resolve(c => Limits(c, c.Parent<CareRecordNode>()));
        d.Field("mayChangePlan").Type("Boolean!").Resolve<bool>(async c => (await CareRecordQueries.DecideAsync(c, AccessAction.ChangePlan, c.Parent<CareRecordNode>())).Permitted);
    }).AddObjectType<PlanReviewLimits>(d => d.BindFieldsImplicitly());

    private static PlanReviewLimits Limits(IResolverContext context, CareRecordNode node)
    {
        var (intensity, today) = (node.View.Record.Life.Intensity, RequestScope.Of(context).Context.Today);
        return new(ReviewCalendar.Proposed(intensity, today), ReviewCalendar.Latest(intensity, today));
    }

    private static async Task<CarePlanNode?> ReadAsync(IResolverContext context)
    {
        var node = await DemandAsync(context);
        var (on, known) = (context.ArgumentValue<DateTimeOffset?>("onDate") ?? node.AsOf?.OnDate, context.ArgumentValue<DateTimeOffset?>("knownAt") ?? node.AsOf?.KnownAt);
        var stream = Plan.IdOf(node.Territory, node.View.Record.PersonId);
        await using var session = context.Service<DocumentStore>().QuerySession(node.Territory.Value);
        var view = on is null && known is null
            ? await session.LoadAsync<CarePlanView>(stream, context.RequestAborted)
            : await session.Events.AggregateStreamAsync<CarePlanView>(stream, timestamp: known?.ToUniversalTime(), occurred: on?.ToUniversalTime(), ct: context.RequestAborted);
        if (view is not null && context.ArgumentValue<int?>("version") is { } number) view = await VersionAsync(context, session, view, number);
        return view is null ? null : new(node.Territory, view);
    }

    private static async Task<PlanDifference[]?> CompareAsync(IResolverContext context)
    {
        var node = await DemandAsync(context);
        await using var session = context.Service<DocumentStore>().QuerySession(node.Territory.Value);
        if (await session.LoadAsync<CarePlanView>(Plan.IdOf(node.Territory, node.View.Record.PersonId), context.RequestAborted) is not { } view) return null;
        var before = await VersionAsync(context, session, view, context.ArgumentValue<int>("from"));
        var after = await VersionAsync(context, session, view, context.ArgumentValue<int>("to"));
        return before is null || after is null ? null : await PlanComparison.ReadAsync(context, node.Territory, before.Plan, after.Plan);
    }

    private static async Task<CarePlanNode[]> CompetingAsync(IResolverContext context)
    {
        var node = await DemandAsync(context);
        var others = await CompetingPlans.ReadAsync(context, node);
        return [.. others.Select(v => new CarePlanNode(node.Territory, v, node.View.Record.PersonId))];
    }

    private static async Task<CarePlanView?> VersionAsync(IResolverContext context, IQuerySession session, CarePlanView view, int number) =>
        view.Versions.FirstOrDefault(v => v.Number == number) switch
        {
            null => null,
            { UpTo: { } last } => await session.Events.AggregateStreamAsync<CarePlanView>(view.Id, version: last, ct: context.RequestAborted),
            _ => view,
        };

    private static async Task<CareRecordNode> DemandAsync(IResolverContext context)
    {
        var node = context.Parent<CareRecordNode>();
        await CareRecordQueries.DemandAsync(context, AccessAction.ReadPlan, node);
        RequestScope.Of(context).Trail.Show(node.Territory, node.View.Record.PersonId);
        return node;
    }
}

/// <summary>When the next review is proposed, and when it is at the latest.</summary>
public sealed record PlanReviewLimits(DateOnly Proposed, DateOnly Latest);
