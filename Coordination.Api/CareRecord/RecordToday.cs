using Coordination.Api.Alerts;
using Coordination.Api.Discharge;
using Coordination.Api.Security;
using Coordination.Projections.Alerts;
using Coordination.Projections.Discharge;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.CareRecord;

/// <summary>What is going on about a person: open alerts and stays, as the synthesis of her record shows them.</summary>
public static class RecordToday
{
    /// <summary>Adds it to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema.AddTypeExtension("CareRecord", d =>
    {
        d.Field("openAlerts").Type("[Alert!]").Description("Alerts about the person that still stand, most urgent first; null when the subject may not read them.")
            .Resolve<AlertNode[]?>(async c => await ReadAsync<AlertView>(c, AccessAction.ReadAlerts,
                "where subject_id = $1 and status in ('Raised', 'Taken') order by urgency, raised_at, id") is { } views ? [.. views.Select(v => new AlertNode(Territory(c), v))] : null);
        d.Field("stays").Type("[Discharge!]").Description("The person's last three stays that were not cancelled, last one first; null when the subject may not read them.")
            .Resolve<DischargeNode[]?>(async c => await ReadAsync<DischargeView>(c, AccessAction.ReadDischarges,
                "where person_id = $1 and status <> 'Cancelled' order by coalesce(expected_at, admitted_at) desc nulls last, id limit 3") is { } views
                ? [.. views.Select(v => new DischargeNode(Territory(c), v))] : null);
    });

    private static Domain.Identifiers.TerritoryId Territory(IResolverContext context) => context.Parent<CareRecordNode>().Territory;

    private static async Task<IReadOnlyList<TView>?> ReadAsync<TView>(IResolverContext context, AccessAction action, string sql)
        where TView : class
    {
        var node = context.Parent<CareRecordNode>();
        if (!(await CareRecordQueries.DecideAsync(context, action, node)).Permitted) return null;
        await using var session = context.Service<DocumentStore>().QuerySession(node.Territory.Value);
        return await session.QueryAsync<TView>(sql, [node.View.Record.PersonId.Value], context.RequestAborted);
    }
}
