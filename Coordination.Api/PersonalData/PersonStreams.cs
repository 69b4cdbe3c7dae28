using Coordination.Domain.Identifiers;
using Platform.EventStore;

namespace Coordination.Api.PersonalData;

/// <summary>Which streams of a territory are about a person: those of whose events one names her.</summary>
public sealed class PersonStreams(DocumentStore store)
{
    /// <summary>Their ids and types, the oldest first. Reads the whole log of the territory: for exports and retention, not for screens.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Type)>> FindAsync(TerritoryId territory, PersonId person, CancellationToken cancellation)
    {
        await using var session = store.QuerySession(territory.Value);
        return await session.RawAsync(
            """
            select s.id, s.type from mt_streams s
            where s.tenant_id = $1 and (s.id = $2 or s.id in (select e.stream_id from mt_events e where e.tenant_id = $1 and e.data::text like '%' || $2::text || '%'))
            order by s.created, s.id
            """,
            [territory.Value, person.Value], row => (row.GetGuid(0), row.GetString(1)), cancellation);
    }

    /// <summary>When something was last said about the person; null when she is not registered.</summary>
    public async Task<DateTimeOffset?> LastContactAsync(TerritoryId territory, PersonId person, CancellationToken cancellation)
    {
        var streams = await FindAsync(territory, person, cancellation);
        await using var session = store.QuerySession(territory.Value);
        var times = await session.RawAsync(
            "select max(timestamp) from mt_streams where tenant_id = $1 and id = any($2)", [territory.Value, streams.Select(s => s.Id).ToArray()],
            row => row.IsDBNull(0) ? (DateTimeOffset?)null : row.GetFieldValue<DateTimeOffset>(0), cancellation);
        return times[0];
    }
}
