using Coordination.Domain.Alerts;
using Coordination.Domain.Identifiers;
using Platform.EventStore;

namespace Coordination.Api.Alerts;

/// <summary>What a territory decided about its alerts, as it stands now.</summary>
public sealed class TerritorySettingsReader(DocumentStore store)
{
    /// <summary>The settings of a territory.</summary>
    public async Task<TerritorySettings> ReadAsync(TerritoryId territory, CancellationToken cancellation)
    {
        await using var session = store.QuerySession(territory.Value);
        return await ReadAsync(session, cancellation);
    }

    /// <summary>The settings of a session's territory.</summary>
    public static async Task<TerritorySettings> ReadAsync(IQuerySession session, CancellationToken cancellation) =>
        await session.Events.AggregateStreamAsync<TerritorySettings>(TerritorySettings.IdOf(new(session.TenantId)), ct: cancellation) ?? TerritorySettings.Default;
}
