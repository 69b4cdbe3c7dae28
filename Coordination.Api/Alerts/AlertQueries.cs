using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Domain.Alerts;
using Platform.GraphQL;

namespace Coordination.Api.Alerts;

/// <summary>Queries about alerts, and the types they give.</summary>
public static class AlertQueries
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddType<AlertType>()
        .AddObjectType<AlertFact>(d => d.BindFieldsImplicitly())
        .AddObjectType<AlertTake>(d => d.BindFieldsImplicitly())
        .AddObjectType<AlertClosure>(d => d.BindFieldsImplicitly())
        .AddObjectType<AlertRecipientNode>(d => d.BindFieldsImplicitly().Name("AlertRecipient"))
        .AddObjectType<AlertCauseNode>(d => d.BindFieldsImplicitly().Name("AlertCause").Description("An event that raised or fed the alert."))
        .AddObjectType<AlertCounts>(d => d.BindFieldsImplicitly()
            .Description("Counts by view: to treat (raised), mine (taken by me), taken by the team, closed in the last 30 days."))
        .AddEnumType<AlertSeverity>()
        .AddEnumType<AlertStatus>()
        .AddEnumType<AlertRecipientRole>()
        .AddEnumType<AlertSortField>()
        .AddInputObjectType<AlertFilterInput>()
        .AddInputObjectType<AlertSortInput>()
        .AddConnection<AlertNode>("Alerts")
        .AddTypeExtension("Query", d =>
        {
            d.Field("alerts").UsePaging("Alerts").Argument("where", "AlertFilterInput").Argument("order", "[AlertSortInput!]")
                .Description("The inbox of the subject's territory.").Resolve<Connection<AlertNode>>(ListAsync);
            d.Field("alert").Type("Alert").Argument("id", "ID!").Resolve<AlertNode?>(c =>
                FindAsync(c, NodeId.Decode("Alert", c.ArgumentValue<string>("id"), "id")));
            d.Field("alertCounts").Type("AlertCounts!").Description("Counters of the inbox, by view.").Resolve<AlertCounts>(CountAsync);
        });

    /// <summary>The alert of this id, if the subject may know of it.</summary>
    public static async Task<AlertNode?> FindAsync(IResolverContext context, Guid id)
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.ReadAlerts);
        if (await context.DataLoader<AlertLoader>().LoadAsync(new AlertKey(territory, id)) is not { } node) return null;
        var verdict = await PersonAccessLoader.DecideAsync(context, AccessAction.ReadAlerts, new(territory, node.Finding.Subject), node.Finding.Facts.Establishment);
        return verdict.Permitted ? node : null;
    }

    private static Task<Connection<AlertNode>> ListAsync(IResolverContext context)
    {
        var scope = RequestScope.Of(context);
        return context.Service<AlertList>().ReadAsync(
            scope,
            scope.Require(AccessAction.ReadAlerts),
            context.ArgumentValue<int?>("first"),
            context.ArgumentValue<string?>("after"),
            context.ArgumentValue<AlertFilterInput?>("where"),
            context.ArgumentValue<IReadOnlyList<AlertSortInput>?>("order")?.FirstOrDefault(),
            context.RequestAborted);
    }

    private static Task<AlertCounts> CountAsync(IResolverContext context)
    {
        var scope = RequestScope.Of(context);
        var now = context.Service<TimeProvider>().GetUtcNow();
        return context.Service<AlertList>().CountAsync(scope, scope.Require(AccessAction.ReadAlerts), now, context.RequestAborted);
    }
}
