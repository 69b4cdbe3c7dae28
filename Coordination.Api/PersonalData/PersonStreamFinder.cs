using Coordination.Api.CareRecord;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Platform.EventStore;

namespace Coordination.Api.PersonalData;

/// <summary>Which streams of a territory are about a person, under every identity that became hers: those of whose events one names her.</summary>
public sealed class PersonStreamFinder(DocumentStore store)
{
    private static readonly string OfViews = string.Join(" union all ", PersonStreams.All.Select(s => $"select id from {s.Table} where tenant_id = $1 and {s.PersonColumn} = any($2::uuid[])"));

    /// <summary>The person's id, and those of the identities that became hers.</summary>
    public async Task<IReadOnlyList<Guid>> IdentitiesAsync(TerritoryId territory, PersonId person, CancellationToken cancellation)
    {
        await using var session = store.QuerySession(territory.Value);
        var found = new List<Guid> { person.Value };
        for (var i = 0; i < found.Count; i++)
            if (await session.Events.AggregateStreamAsync<PersonState>(found[i], ct: cancellation) is { } state)
                found.AddRange(state.Absorbed.Select(a => a.Value).Where(a => !found.Contains(a)));
        return found;
    }

    /// <summary>Their ids and types, the oldest first; the identity of somebody else who is named with her is not among them. Reads the whole log of the territory: for exports and retention, not for screens.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Type)>> FindAsync(TerritoryId territory, PersonId person, CancellationToken cancellation)
    {
        Guid[] identities = [.. await IdentitiesAsync(territory, person, cancellation)];
        await using var session = store.QuerySession(territory.Value);
        return await session.RawAsync(
            """
            select s.id, s.type from mt_streams s
            where s.tenant_id = $1 and (s.id = any($2) or (s.type <> 'person' and s.id in (
              select e.stream_id from mt_events e where e.tenant_id = $1 and e.data::text like any(select '%' || p || '%' from unnest($2::text[]) p))))
            order by s.created, s.id
            """,
            [territory.Value, identities], row => (row.GetGuid(0), row.GetString(1)), cancellation);
    }

    /// <summary>When something was last said about the person; null when she is not registered. Reads the whole log of the territory.</summary>
    public async Task<DateTimeOffset?> LastContactAsync(TerritoryId territory, PersonId person, CancellationToken cancellation)
    {
        var streams = await FindAsync(territory, person, cancellation);
        await using var session = store.QuerySession(territory.Value);
        return await LatestAsync(session, "select unnest($2::uuid[])", territory, [.. streams.Select(s => s.Id)], cancellation);
    }

    /// <summary>The same of the streams that have a view alone, by their indexes: it may be older than the last contact, never younger. Null when there is none.</summary>
    public async Task<DateTimeOffset?> LastSeenAsync(TerritoryId territory, PersonId person, CancellationToken cancellation)
    {
        Guid[] identities = [.. await IdentitiesAsync(territory, person, cancellation)];
        await using var session = store.QuerySession(territory.Value);
        return await LatestAsync(session, OfViews, territory, identities, cancellation);
    }

    private static async Task<DateTimeOffset?> LatestAsync(IQuerySession session, string streams, TerritoryId territory, Guid[] ids, CancellationToken cancellation) => (await session.RawAsync(
        $"select max(timestamp) from mt_streams where tenant_id = $1 and id in ({streams})", [territory.Value, ids],
        row => row.IsDBNull(0) ? (DateTimeOffset?)null : row.GetFieldValue<DateTimeOffset>(0), cancellation))[0];
}
