using Coordination.Api.Discharge;
using Coordination.Projections.Alerts;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.Alerts;

/// <summary>Loads the alerts of several discharges together, most pressing first.</summary>
public sealed class DischargeAlertsLoader(DocumentStore store, IBatchScheduler scheduler) : GroupedDataLoader<DischargeKey, AlertNode>(scheduler)
{
    /// <inheritdoc />
    protected override async Task<ILookup<DischargeKey, AlertNode>> LoadGroupedBatchAsync(
        IReadOnlyList<DischargeKey> keys, CancellationToken cancellationToken)
    {
        var found = new List<AlertNode>();
        foreach (var territory in keys.GroupBy(k => k.Territory))
        {
            await using var session = store.QuerySession(territory.Key.Value);
            var views = await session.QueryAsync<AlertView>(
                "where discharge_id = any($1) order by urgency, raised_at, id", [territory.Select(k => k.Id).ToArray()], cancellationToken);
            found.AddRange(views.Select(v => new AlertNode(territory.Key, v)));
        }

        return found.ToLookup(n => new DischargeKey(n.Territory, n.Finding.Facts.Discharge!.Value.Value));
    }
}
