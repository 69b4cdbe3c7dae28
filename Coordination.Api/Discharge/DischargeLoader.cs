using Coordination.Domain.Identifiers;
using Coordination.Projections.Discharge;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.Discharge;

/// <summary>A discharge of a territory.</summary>
public readonly record struct DischargeKey(TerritoryId Territory, Guid Id);

/// <summary>Loads the discharges of an answer together; one that does not exist gives null.</summary>
public sealed class DischargeLoader(DocumentStore store, IBatchScheduler scheduler) : BatchDataLoader<DischargeKey, DischargeNode>(scheduler)
{
    /// <inheritdoc />
    protected override async Task<IReadOnlyDictionary<DischargeKey, DischargeNode>> LoadBatchAsync(
        IReadOnlyList<DischargeKey> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<DischargeKey, DischargeNode>();
        foreach (var territory in keys.GroupBy(k => k.Territory))
        {
            await using var session = store.QuerySession(territory.Key.Value);
            foreach (var view in await session.LoadManyAsync<DischargeView>([.. territory.Select(k => k.Id)], cancellationToken))
                found[new(territory.Key, view.Id)] = new(territory.Key, view);
        }

        return found;
    }
}
