using Coordination.Api.GraphQL;
using Coordination.Domain.Identifiers;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.Security.Audit;

/// <summary>Which rows of the audit are asked for; every part narrows.</summary>
/// <param name="Permitted">Only what was shown, or only what was refused.</param>
public sealed record AuditFilter(Guid? Person = null, string? Subject = null, DateTimeOffset? From = null, DateTimeOffset? To = null, string? Action = null, bool? Permitted = null);

/// <summary>Reads the audit of one territory, last row first, by keyset; row-level security shows no other territory's.</summary>
public sealed class AuditLog(DocumentStore store, Keyset keyset)
{
    private static readonly PageKey[] Order = [new("r.read_at", "timestamptz", Descending: true), new("r.id", "uuid", Descending: true)];

    /// <summary>One page; <paramref name="node"/> is what each row becomes.</summary>
    public async Task<Connection<TNode>> ReadAsync<TNode>(
        TerritoryId territory, AuditFilter filter, int? first, string? after, Func<AuditRow, TNode> node, CancellationToken cancellation)
    {
        var size = Keyset.PageSize(first);
        var list = $"audit|{territory}|{filter}";
        var rows = await PageAsync(territory, filter, size + 1, after is null ? null : keyset.Decode(list, after), cancellation);
        var edges = rows.Take(size).Select(r => new Edge<TNode>(keyset.Encode(list, Values(r)), node(r))).ToList();
        var info = new PageInfo(rows.Count > size, after is not null, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor);
        return new(edges, info, async token => (int)await CountAsync(territory, filter, token));
    }

    /// <summary>Every row, a page at a time: as much memory for a million rows as for a thousand.</summary>
    public async IAsyncEnumerable<IReadOnlyList<AuditRow>> PagesAsync(
        TerritoryId territory, AuditFilter filter, int size, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        string[]? after = null;
        while (true)
        {
            var rows = await PageAsync(territory, filter, size, after, cancellation);
            if (rows.Count > 0) yield return rows;
            if (rows.Count < size) yield break;
            after = Values(rows[^1]);
        }
    }

    /// <summary>How many rows there are.</summary>
    public async Task<long> CountAsync(TerritoryId territory, AuditFilter filter, CancellationToken cancellation)
    {
        var request = Request(territory, filter);
        await using var session = store.QuerySession(territory.Value);
        return (await session.RawAsync($"select count(*) from audit.reading r {request.Where}", [.. request.Parameters], row => row.GetInt64(0), cancellation))[0];
    }

    private async Task<IReadOnlyList<AuditRow>> PageAsync(TerritoryId territory, AuditFilter filter, int limit, string[]? after, CancellationToken cancellation)
    {
        var request = Request(territory, filter);
        if (after is not null)
        {
            request.Conditions.Add($"({Keyset.After(request.Order, request.Parameters.Count + 1)})");
            request.Parameters.AddRange(after);
        }

        request.Parameters.Add(limit);
        await using var session = store.QuerySession(territory.Value);
        return await session.RawAsync(
            $"select {AuditRow.Columns} from audit.reading r {request.Where} order by {Keyset.OrderBy(Order)} limit ${request.Parameters.Count}",
            [.. request.Parameters], row => AuditRow.Read(row, 0), cancellation);
    }

    private static ListRequest Request(TerritoryId territory, AuditFilter filter)
    {
        var request = new ListRequest([], [], Order);
        request.Add("r.tenant_id = {0}", territory.Value);
        if (filter.Person is { } person) request.Add("r.person_ids @> array[{0}::uuid]", person);
        if (filter.Subject is { } subject) request.Add("r.subject_id = {0}", subject);
        if (filter.From is { } from) request.Add("r.read_at >= {0}", from.ToUniversalTime());
        if (filter.To is { } to) request.Add("r.read_at < {0}", to.ToUniversalTime());
        if (filter.Action is { } action) request.Add("r.action = {0}", action);
        if (filter.Permitted is { } permitted) request.Add("r.permitted = {0}", permitted);
        return request;
    }

    private static string[] Values(AuditRow row) => [ListPage.Value(row.ReadAt), row.Id.ToString()];
}
