using System.Globalization;
using System.Text.Json;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Domain.CaseFinding;
using Coordination.Projections.CaseFinding;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.CaseFinding;

/// <summary>Which requests are asked for; every part narrows.</summary>
public sealed record SupportRequestFilterInput(IReadOnlyList<RequestStatus>? Status = null, IReadOnlyList<RequestUrgency>? Urgency = null);

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
        .AddInputObjectType<SupportRequestFilterInput>()
        .AddConnection<SupportRequestNode>("SupportRequests")
        .AddTypeExtension("Query", d =>
        {
            d.Field("requests").UsePaging("SupportRequests").Argument("where", "SupportRequestFilterInput")
                .Description("Requests for support in the queue of the subject's territory, or of the subject's establishment: most urgent first, then the nearest discharge.")
                .Resolve<Connection<SupportRequestNode>>(ListAsync);
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
        var request = new ListRequest([], [], Order);
        if (filter?.Status is { } status) request.Add("status = any({0})", status.Select(s => s.ToString()).ToArray());
        if (filter?.Urgency is { } urgency) request.Add("urgency = any({0})", urgency.Select(u => (short)(RequestUrgency.Critical - u)).ToArray());
        var list = $"requests|{tenant}|{JsonSerializer.Serialize(filter)}";
        var first = context.ArgumentValue<int?>("first");
        var after = context.ArgumentValue<string?>("after");
        var pages = context.Service<ListPage>();
        return scope.Subject.Territory is not null
            ? pages.ReadAsync<SupportRequestView, SupportRequestNode>(tenant, list, request, first, after, Values, v => new(tenant, v), context.RequestAborted)
            : pages.ReadAsync<EstablishmentRequestView, SupportRequestNode>(
                tenant, list, request, first, after, v => Values(v.Request), v => new(v.Territory, v.Request), context.RequestAborted);
    }

    private static string[] Values(SupportRequestView view) =>
    [
        ((short)(RequestUrgency.Critical - view.Request.Urgency)).ToString(CultureInfo.InvariantCulture), ListPage.Value(view.Request.Return.ExpectedAt), view.Id.ToString(),
    ];
}
