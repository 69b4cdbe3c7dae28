using System.Globalization;
using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Domain.Identifiers;
using Coordination.Projections.Rights;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.Rights;

/// <summary>A person in a worklist of rights.</summary>
public sealed record RightsWorkNode(TerritoryId Territory, RightsView View);

/// <summary>Worklists of rights: those that end, and the pieces that are awaited.</summary>
public static class RightsWorklists
{
    /// <summary>How far ahead ends are looked for when nothing is said.</summary>
    private const int Days = 90;

    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddObjectType<RightEndNode>(d => d.BindFieldsImplicitly().Name("RightEnd"))
        .AddObjectType<RightKindCount>(d => d.BindFieldsImplicitly())
        .AddObjectType<RightsWorkNode>(d =>
        {
            d.Name("RightsWork").Description("A person whose rights ask for something.");
            d.Field("record").Type("CareRecord").Resolve<CareRecordNode?>(RecordAsync);
            d.Field("ends").Type("[RightEnd!]!").Description("What stands and ends, soonest first.").Resolve(c =>
            {
                var today = RightsDay.Of(c);
                return (RightEndNode[])[.. Node(c).View.Ends.Select(e => new RightEndNode(e.Kind, RightsWords.KindLabel(e.Kind), e.On, e.On.DayNumber - today.DayNumber))];
            });
            d.Field("awaitedPieces").Type("Int!").Resolve(c => Node(c).View.File.Requests.Sum(r => r.Pieces.Count(p => p.IsAwaited)));
            d.Field("receivedPieces").Type("Int!").Description("Given, and not looked at.")
                .Resolve(c => Node(c).View.File.Requests.Sum(r => r.Pieces.Count(p => p.State is Domain.Rights.PieceState.Received)));
            d.Field("nextDue").Type("Date").Description("The earliest day until which a piece is awaited.").Resolve(c => Node(c).View.File.Requests.Select(r => r.NextDue).Min());
        })
        .AddConnection<RightsWorkNode>("RightsWorks")
        .AddTypeExtension("Query", d =>
        {
            d.Field("rightsEnding").UsePaging("RightsWorks").Argument("withinDays", "Int").Argument("kinds", "[String!]")
                .Description("Persons with a benefit or measure that ended or ends within these days (90), soonest first.")
                .Resolve<Connection<RightsWorkNode>>(c => ListAsync(c, "next_end",
                    $"{c.ArgumentValue<int?>("withinDays")}|{string.Join(',', c.ArgumentValue<IReadOnlyList<string>?>("kinds") ?? [])}", view => view.Ends.First().On, request => Within(c, request)));
            d.Field("rightsEndingCounts").Type("[RightKindCount!]!").Argument("withinDays", "Int").Description("How many of each kind end within these days.").Resolve<RightKindCount[]>(CountAsync);
            d.Field("piecesAwaited").UsePaging("RightsWorks").Argument("overdue", "Boolean").Description("Persons of whom pieces are awaited, earliest day first.")
                .Resolve<Connection<RightsWorkNode>>(c => ListAsync(c, "next_due", $"{c.ArgumentValue<bool?>("overdue")}", view => view.File.Requests.Select(r => r.NextDue).Min()!.Value, request =>
                {
                    if (c.ArgumentValue<bool?>("overdue") == true) request.Add("next_due < {0}", RightsDay.Of(c));
                    else request.Conditions.Add("next_due is not null");
                }));
        });

    private static RightsWorkNode Node(IResolverContext context) => context.Parent<RightsWorkNode>();

    private static void Within(IResolverContext context, ListRequest request)
    {
        var last = LastDay(context);
        request.Add("next_end <= {0}", last);
        if (context.ArgumentValue<IReadOnlyList<string>?>("kinds") is not { } kinds) return;
        // One condition in two parts: each adds its parameter.
        request.Add($"exists (select from {RightsProjection.EndTable} e where e.view_id = {RightsProjection.View.Name}.id and e.kind = any({{0}})", kinds.ToArray());
        request.Add("e.ends_on <= {0})", last);
    }

    private static DateOnly LastDay(IResolverContext context) => context.ArgumentValue<int?>("withinDays") switch
    {
        null => RightsDay.Of(context).AddDays(Days),
        >= 0 and <= 730 and { } days => RightsDay.Of(context).AddDays(days),
        _ => throw new GraphQLException("withinDays: from 0 to 730", "BAD_USER_INPUT", new Dictionary<string, object?> { ["field"] = "withinDays" }),
    };

    private static async Task<Connection<RightsWorkNode>> ListAsync(
        IResolverContext context, string column, string asked, Func<RightsView, DateOnly> key, Action<ListRequest> narrow)
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.ReadBenefits);
        var request = new ListRequest([], [], [new(column, "date"), new("id", "uuid")]);
        ReadableRecords.Narrow(request, scope, AccessAction.ReadBenefits, $"{RightsProjection.View.Name}.person_id");
        narrow(request);
        var list = $"rights|{column}|{territory}|{scope.Subject.Id}|{asked}";
        return await context.Service<ListPage>().ReadAsync<RightsView, RightsWorkNode>(
            territory, list, request, context.ArgumentValue<int?>("first"), context.ArgumentValue<string?>("after"),
            view => [key(view).ToString("O", CultureInfo.InvariantCulture), view.Id.ToString()], view => new(territory, view), context.RequestAborted);
    }

    private static async Task<RightKindCount[]> CountAsync(IResolverContext context)
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.ReadBenefits);
        var request = new ListRequest([], [], []);
        request.Add("e.ends_on <= {0}", LastDay(context));
        ReadableRecords.Narrow(request, scope, AccessAction.ReadBenefits, "r.person_id");
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        var rows = await session.RawAsync(
            $"select e.kind, count(*)::int from {RightsProjection.EndTable} e join {RightsProjection.View.Table} r on r.id = e.view_id {request.Where} group by e.kind order by 2 desc, 1",
            [.. request.Parameters], row => (Kind: row.GetString(0), Count: row.GetInt32(1)), context.RequestAborted);
        return [.. rows.Select(r => new RightKindCount(r.Kind, RightsWords.KindLabel(r.Kind), r.Count))];
    }

    private static async Task<CareRecordNode?> RecordAsync(IResolverContext context)
    {
        var node = Node(context);
        var access = await context.DataLoader<PersonAccessLoader>().LoadAsync(new PersonKey(node.Territory, node.View.File.Person));
        RequestScope.Of(context).Trail.Show(node.Territory, node.View.File.Person);
        return access?.Record is { } record ? new(node.Territory, record) : null;
    }
}
