using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Domain.CareTeam;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Projections.CareTeam;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.CareTeam;

/// <summary>A request for access as GraphQL shows it.</summary>
public sealed record AccessRequestNode(TerritoryId Territory, AccessRequestView View);

/// <summary>Queries of requests for access: those to answer, and one's own.</summary>
public static class AccessRequestQueries
{
    private static readonly PageKey[] Order = [new("requested_at", "timestamptz", Descending: true), new("id", "uuid", Descending: true)];

    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddEnumType<AccessReason>()
        .AddEnumType<AccessRequestStatus>()
        .AddObjectType<AccessRequestNode>(d =>
        {
            d.Name("AccessRequest").Description("A professional asks the referent for access to somebody. Whether the person is known is told to the DAC only.");
            d.Field("id").Type("ID!").Resolve(c => NodeId.Encode("AccessRequest", Node(c).View.Id));
            d.Field("by").Type("Professional!").Resolve(c => Names.ProfessionalAsync(c, Node(c).View.Request.By));
            d.Field("described").Type("String!").Description("Names and birth date as the professional gave them.").Resolve<string>(c => OpenAsync(c, Node(c).View.Described));
            d.Field("reason").Type("AccessReason!").Resolve(c => Node(c).View.Request.Reason);
            d.Field("text").Type("String!").Resolve<string>(c => OpenAsync(c, Node(c).View.Text));
            d.Field("at").Type("DateTime!").Resolve(c => Node(c).View.At);
            d.Field("status").Type("AccessRequestStatus!").Resolve(c => Node(c).View.Request.Status);
            d.Field("answeredAt").Type("DateTime").Resolve(c => Node(c).View.AnsweredAt);
            d.Field("refusal").Type("String").Resolve<string?>(async c => Node(c).View.Refusal is { } refusal ? await OpenAsync(c, refusal) : null);
            d.Field("record").Type("CareRecord").Description("The record that the description matches; for the DAC only, null when it matches nobody.").Resolve<CareRecordNode?>(RecordAsync);
        })
        .AddConnection<AccessRequestNode>("AccessRequests")
        .AddTypeExtension("Query", d =>
        {
            d.Field("accessRequests").UsePaging("AccessRequests").Argument("status", "[AccessRequestStatus!]")
                .Description("Requests for access to persons of the territory, last one first.").Resolve<Connection<AccessRequestNode>>(c =>
                    ListAsync(c, AccessAction.AnswerAccess, c.ArgumentValue<IReadOnlyList<AccessRequestStatus>?>("status") is { } status
                        ? r => r.Add("status = any({0})", status.Select(s => s.ToString()).ToArray())
                        : _ => { }));
            d.Field("myAccessRequests").UsePaging("AccessRequests").Description("The subject's own requests for access, last one first.")
                .Resolve<Connection<AccessRequestNode>>(c => ListAsync(c, AccessAction.RequestAccess, r =>
                    r.Add("requested_by = {0}", RequestScope.Of(c).Subject.Professional?.Value ?? Guid.Empty)));
        });

    /// <summary>A request past any check.</summary>
    public static async Task<AccessRequestNode?> LoadAsync(IResolverContext context, TerritoryId territory, Guid id)
    {
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        return await session.LoadAsync<AccessRequestView>(id, context.RequestAborted) is { } view ? new(territory, view) : null;
    }

    private static AccessRequestNode Node(IResolverContext context) => context.Parent<AccessRequestNode>();

    private static async Task<Connection<AccessRequestNode>> ListAsync(IResolverContext context, AccessAction action, Action<ListRequest> narrow)
    {
        var scope = RequestScope.Of(context);
        scope.Require(action);
        var territory = scope.Subject.Territory ?? throw RequestScope.Forbidden("NO_TERRITORY");
        var request = new ListRequest([], [], Order);
        narrow(request);
        var list = $"access|{territory}|{scope.Subject.Id}|{request.Where}|{string.Join(',', request.Parameters.SelectMany(p => p as string[] ?? [$"{p}"]))}";
        return await context.Service<ListPage>().ReadAsync<AccessRequestView, AccessRequestNode>(
            territory, list, request, context.ArgumentValue<int?>("first"), context.ArgumentValue<string?>("after"),
            view => [ListPage.Value(view.At), view.Id.ToString()], view => new(territory, view), context.RequestAborted);
    }

    private static async Task<string> OpenAsync(IResolverContext context, Protected<string> text)
    {
        RequestScope.Of(context).Trail.Show(Node(context).Territory, text.Subject);
        return await context.Service<ProtectedText>().OpenAsync(Node(context).Territory, text, context.RequestAborted) ?? Texts.Get("Person.Erased");
    }

    private static async Task<CareRecordNode?> RecordAsync(IResolverContext context)
    {
        var node = Node(context);
        if (!RequestScope.Of(context).Decide(AccessAction.AnswerAccess, null).Permitted || node.View.Request.Person is not { } person) return null;
        return await CareRecordQueries.FindAsync(context, Domain.CareRecord.CareRecord.IdOf(node.Territory, person).Value);
    }
}
