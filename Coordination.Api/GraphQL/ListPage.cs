using System.Globalization;
using Coordination.Domain.Identifiers;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.GraphQL;

/// <summary>What is asked of a list: a where clause with its parameters, and the sort keys.</summary>
/// <param name="Conditions">SQL conditions whose parameters are numbered in <paramref name="Parameters"/>, joined by « and ».</param>
public sealed record ListRequest(List<string> Conditions, List<object?> Parameters, IReadOnlyList<PageKey> Order)
{
    /// <summary>Adds a condition; <c>{0}</c> stands for the parameter.</summary>
    public void Add(string condition, object? parameter)
    {
        Parameters.Add(parameter);
        Conditions.Add(string.Format(CultureInfo.InvariantCulture, condition, $"${Parameters.Count}"));
    }

    /// <summary>The where clause; empty when there is no condition.</summary>
    public string Where => Conditions.Count == 0 ? "" : $"where {string.Join(" and ", Conditions)}";
}

/// <summary>Reads one page of a view by keyset, and its count only when asked.</summary>
public sealed class ListPage(DocumentStore store, Keyset keyset)
{
    /// <summary>
    /// Rows of the tenant after the cursor. <paramref name="list"/> names the list with its filter and order: cursors are bound to it.
    /// <paramref name="values"/> gives a row's sort values as text, in the order of the keys.
    /// </summary>
    public async Task<Connection<TNode>> ReadAsync<TView, TNode>(
        TerritoryId tenant, string list, ListRequest request, int? first, string? after,
        Func<TView, string[]> values, Func<TView, TNode> node, CancellationToken cancellation)
        where TView : class
    {
        var size = Keyset.PageSize(first);
        var counting = (Where: request.Where, Parameters: request.Parameters.ToArray());
        if (after is not null)
        {
            var position = keyset.Decode(list, after);
            request.Conditions.Add($"({Keyset.After(request.Order, request.Parameters.Count + 1)})");
            request.Parameters.AddRange(position);
        }

        request.Parameters.Add(size + 1);
        var sql = $"{request.Where} order by {Keyset.OrderBy(request.Order)} limit ${request.Parameters.Count}";
        await using var session = store.QuerySession(tenant.Value);
        var rows = await session.QueryAsync<TView>(sql, [.. request.Parameters], cancellation);
        var edges = rows.Take(size).Select(r => new Edge<TNode>(keyset.Encode(list, values(r)), node(r))).ToList();
        var info = new PageInfo(rows.Count > size, after is not null, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor);
        return new Connection<TNode>(edges, info, async token =>
        {
            await using var counter = store.QuerySession(tenant.Value);
            return (int)await counter.CountAsync<TView>(counting.Where, counting.Parameters, token);
        });
    }

    /// <summary>An instant as a cursor value; none sorts after all.</summary>
    public static string Value(DateTimeOffset? instant) => instant?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) ?? "infinity";
}
