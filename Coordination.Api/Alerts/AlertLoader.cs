using Coordination.Domain.Identifiers;
using Coordination.Projections.Alerts;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.Alerts;

/// <summary>An alert of a territory.</summary>
public readonly record struct AlertKey(TerritoryId Territory, Guid Id);

/// <summary>Loads the alerts of an answer together; one that does not exist gives null.</summary>
public sealed class AlertLoader(DocumentStore store, IBatchScheduler scheduler) : BatchDataLoader<AlertKey, AlertNode>(scheduler)
{
    /// <inheritdoc />
    protected override async Task<IReadOnlyDictionary<AlertKey, AlertNode>> LoadBatchAsync(IReadOnlyList<AlertKey> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<AlertKey, AlertNode>();
        foreach (var territory in keys.GroupBy(k => k.Territory))
        {
            await using var session = store.QuerySession(territory.Key.Value);
            foreach (var view in await session.LoadManyAsync<AlertView>([.. territory.Select(k => k.Id)], cancellationToken))
                found[new(territory.Key, view.Id)] = new(territory.Key, view);
        }

        return found;
    }
}
