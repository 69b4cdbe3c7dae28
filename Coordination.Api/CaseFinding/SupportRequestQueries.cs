using System.Text.Json;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Domain.CaseFinding;
using Coordination.Projections.CaseFinding;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.CaseFinding;

/// <summary>Queries about requests for support, and the types they give.</summary>
public static class SupportRequestQueries
{
    private static readonly PageKey[] Order = [new("urgency", "smallint", false), new("expected_at", "timestamptz", false), new("id", "uuid", false)];

    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddType<SupportRequestType>()
        .AddEnumType<RequestStatus>()
        .AddEnumType<RequestUrgency>()
        .AddEnumType<RequestOrigin>()
        .AddEnumType<PersonInformation>()
        .AddEnumType<RequestView>()
        .AddEnumType<RequestSortField>()
        .AddInputObjectType<SupportRequestFilterInput>(d => d.Field("assignee", sdlType: "ID").Field("person", sdlType: "ID"))
        .AddInputObjectType<RequestSortInput>()
        .AddObjectType<RequestFacet>(d => d.BindFieldsImplicitly())
        .AddObjectType<RequestCounts>(d => d.BindFieldsImplicitly().Description("Counts of the queue by view; lateness and facets are those of the open ones."))
        .AddConnection<SupportRequestNode>("SupportRequests")
        .AddTypeExtension("Query", d =>
        {
            d.Field("requests").UsePaging("SupportRequests").Argument("where", "SupportRequestFilterInput").Argument("order", "RequestSortInput")
                .Description("Requests for support in the queue of the subject's territory, or of the subject's establishment: most urgent first, then the nearest discharge.")
                .Resolve<Connection<SupportRequestNode>>(ListAsync);
            d.Field("requestCounts").Type("RequestCounts!").Description("Counts of the subject's queue, in one query.").Resolve<RequestCounts>(c =>
            {
                var scope = RequestScope.Of(c);
                var tenant = scope.Require(AccessAction.ReadRequests);
                return scope.Subject.Territory is null ? throw RequestScope.Forbidden("NO_TERRITORY") : c.Service<RequestQueue>().CountAsync(scope, tenant, c.RequestAborted);
            });
            d.Field("request").Type("SupportRequest").Argument("id", "ID!")
                .Resolve<SupportRequestNode?>(c => FindAsync(c, NodeId.Decode("SupportRequest", c.ArgumentValue<string>("id"), "id")));
        });

    /// <summary>The request of this id, if the subject may know of it.</summary>
    public static async Task<SupportRequestNode?> FindAsync(IResolverContext context, Guid id)
    {
        var scope = RequestScope.Of(context);
        var tenant = scope.Require(AccessAction.ReadRequests);
        await using var session = context.Service<DocumentStore>().QuerySession(tenant.Value);
        var node = scope.Subject.Territory is not null
            ? await session.LoadAsync<SupportRequestView>(id, context.RequestAborted) is { } own ? new SupportRequestNode(tenant, own) : null
            : await session.LoadAsync<EstablishmentRequestView>(id, context.RequestAborted) is { } row ? new(row.Territory, row.Request) : null;
        return node is not null && scope.May(AccessAction.ReadRequests, new(node.Territory, node.View.Request.Establishment, null)) ? node : null;
    }

    private static Task<Connection<SupportRequestNode>> ListAsync(IResolverContext context)
    {
        var scope = RequestScope.Of(context);
        var tenant = scope.Require(AccessAction.ReadRequests);
        var filter = context.ArgumentValue<SupportRequestFilterInput?>("where");
        var (first, after) = (context.ArgumentValue<int?>("first"), context.ArgumentValue<string?>("after"));
        if (scope.Subject.Territory is not null)
            return context.Service<RequestQueue>().ReadAsync(scope, tenant, first, after, filter, context.ArgumentValue<RequestSortInput?>("order"), context.RequestAborted);
        // An establishment reads its own announcements: status and urgency are all there is to narrow by.
        var request = new ListRequest([], [], Order);
        if (filter?.Status is { } status) request.Add("status = any({0})", status.Select(s => s.ToString()).ToArray());
        if (filter?.Urgency is { } urgency) request.Add("urgency = any({0})", urgency.Select(u => (short)(RequestUrgency.Critical - u)).ToArray());
        return context.Service<ListPage>().ReadAsync<EstablishmentRequestView, SupportRequestNode>(
            tenant, $"requests|{tenant}|{JsonSerializer.Serialize(filter)}", request, first, after, v => RequestQueue.Values(v.Request, RequestSortField.Priority),
            v => new(v.Territory, v.Request), context.RequestAborted);
    }
}
