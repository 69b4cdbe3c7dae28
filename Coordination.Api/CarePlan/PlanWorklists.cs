using System.Globalization;
using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Projections.CarePlan;
using Coordination.Projections.CareRecord;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.CarePlan;

/// <summary>How much of each kind waits.</summary>
/// <param name="ReviewsDue">Plans in force whose review date has come or will within 30 days.</param>
/// <param name="AnswersAwaited">Plans with an action whose owner has not answered.</param>
/// <param name="MyAnswers">Of those, plans with an action of the subject's own.</param>
/// <param name="AgreementsAwaited">Plans proposed without an agreement or refusal.</param>
/// <param name="Reassessed">Plans in force with an assessment that they did not know when they were validated.</param>
public sealed record PlanCounts(int ReviewsDue, int AnswersAwaited, int MyAnswers, int AgreementsAwaited, int Reassessed);

/// <summary>Plans that wait for something, as lists.</summary>
public static class PlanWorklists
{
    private static readonly string Plans = CarePlanProjection.View.Name;

    // Of whom the subject is referent or deputy.
    private static readonly string Mine =
        $"exists (select from {CareRecordProjection.View.Table} mine where mine.person_id = {Plans}.person_id and (mine.referent = {{0}} or mine.deputy = {{0}}))";

    private static readonly string ToAnswer = $"exists (select from {CarePlanProjection.AwaitedTable} asked where asked.view_id = {Plans}.id and asked.owner = {{0}})";
    private static readonly string Awaited = $"exists (select from {CarePlanProjection.AwaitedTable} asked where asked.view_id = {Plans}.id)";

    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddConnection<CarePlanNode>("CarePlans")
        .AddObjectType<PlanCounts>(d => d.BindFieldsImplicitly().Name("CarePlanCounts"))
        .AddTypeExtension("Query", d =>
        {
            d.Field("planReviewsDue").UsePaging("CarePlans").Argument("before", "Date").Argument("mine", "Boolean").Argument("reassessed", "Boolean")
                .Description("Plans in force whose review date has come by `before` (in 30 days when not given), or that know less than a later assessment (`reassessed`: only these), "
                    + "next review first; `mine`: of whose records the subject is referent or deputy.")
                .Resolve<Connection<CarePlanNode>>(ReviewsAsync);
            d.Field("planAnswersAwaited").UsePaging("CarePlans").Argument("toAnswer", "Boolean").Argument("mine", "Boolean")
                .Description("Plans with an action whose owner has not answered, or proposed without an agreement, the longest waiting first; `toAnswer`: by the subject.")
                .Resolve<Connection<CarePlanNode>>(AnswersAsync);
            d.Field("carePlanCounts").Type("CarePlanCounts!").Argument("mine", "Boolean").Description("How many plans wait for what.").Resolve<PlanCounts>(CountAsync);
        });

    private static Task<Connection<CarePlanNode>> ReviewsAsync(IResolverContext context)
    {
        var before = context.ArgumentValue<DateOnly?>("before") ?? RequestScope.Of(context).Context.Today.AddDays(30);
        var only = context.ArgumentValue<bool?>("reassessed") == true;
        return ListAsync(context, $"reviews|{before:O}|{only}", [new("review_on", "date"), new("id", "uuid")],
            request =>
            {
                request.Parameters.Add(PlanReassessments.GridsOf(RequestScope.Of(context).Subject));
                var reassessed = PlanReassessments.Condition(Plans, $"${request.Parameters.Count}");
                if (only) request.Conditions.Add($"open and in_force and {reassessed}");
                else request.Add($"open and in_force and (review_on <= {{0}} or {reassessed})", before);
            },
            view => [view.Plan.ReviewOn.ToString("O", CultureInfo.InvariantCulture), view.Id.ToString()]);
    }

    private static Task<Connection<CarePlanNode>> AnswersAsync(IResolverContext context)
    {
        var own = context.ArgumentValue<bool?>("toAnswer") == true;
        return ListAsync(context, $"answers|{own}", [new("awaited_since", "timestamptz"), new("id", "uuid")], request =>
        {
            request.Conditions.Add("awaited_since is not null");
            if (own) request.Add(ToAnswer, RequestScope.Of(context).Subject.Professional?.Value ?? Guid.Empty);
        }, view => [ListPage.Value(view.AwaitedSince), view.Id.ToString()]);
    }

    private static Task<Connection<CarePlanNode>> ListAsync(
        IResolverContext context, string name, IReadOnlyList<PageKey> order, Action<ListRequest> narrow, Func<CarePlanView, string[]> values)
    {
        var (request, list) = (Request(context, order), $"plans|{name}|{RequestScope.Of(context).Subject.Id}|{context.ArgumentValue<bool?>("mine")}");
        narrow(request);
        var territory = RequestScope.Of(context).Require(AccessAction.ReadPlan);
        return context.Service<ListPage>().ReadAsync<CarePlanView, CarePlanNode>(
            territory, list, request, context.ArgumentValue<int?>("first"), context.ArgumentValue<string?>("after"), values, view => new(territory, view), context.RequestAborted);
    }

    private static ListRequest Request(IResolverContext context, IReadOnlyList<PageKey> order)
    {
        var scope = RequestScope.Of(context);
        scope.Require(AccessAction.ReadPlan);
        var request = new ListRequest([], [], order);
        ReadableRecords.Narrow(request, scope, AccessAction.ReadPlan, $"{Plans}.person_id");
        // A suspended record keeps its plan from everybody.
        request.Conditions.Add($"not exists (select from {CareRecordProjection.View.Table} stopped where stopped.person_id = {Plans}.person_id and stopped.suspended)");
        if (context.ArgumentValue<bool?>("mine") == true) request.Add(Mine, scope.Subject.Professional?.Value ?? Guid.Empty);
        return request;
    }

    private static async Task<PlanCounts> CountAsync(IResolverContext context)
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.ReadPlan);
        var request = Request(context, []);
        request.Parameters.Add(scope.Context.Today.AddDays(30));
        var soon = request.Parameters.Count;
        request.Parameters.Add(scope.Subject.Professional?.Value ?? Guid.Empty);
        var me = request.Parameters.Count;
        request.Parameters.Add(PlanReassessments.GridsOf(scope.Subject));
        var reassessed = PlanReassessments.Condition(Plans, $"${request.Parameters.Count}");
        request.Add($"{Plans}.tenant_id = {{0}}", territory.Value);
        var toAnswer = string.Format(CultureInfo.InvariantCulture, ToAnswer, $"${me}");
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        return (await session.RawAsync(
            $"""
            select (count(*) filter (where open and in_force and review_on <= ${soon}))::int, (count(*) filter (where {Awaited}))::int,
              (count(*) filter (where {toAnswer}))::int, (count(*) filter (where agreement_awaited))::int,
              (count(*) filter (where open and in_force and {reassessed}))::int
            from {CarePlanProjection.View.Table} {Plans} {request.Where}
            """, [.. request.Parameters], r => new PlanCounts(r.GetInt32(0), r.GetInt32(1), r.GetInt32(2), r.GetInt32(3), r.GetInt32(4)), context.RequestAborted))[0];
    }
}
