namespace Platform.GraphQL;

/// <summary>One page of a list, in the shape of Relay connections.</summary>
/// <param name="Edges">The rows with their cursors.</param>
/// <param name="PageInfo">What lies before and after.</param>
/// <param name="TotalCount">Counts all rows; called only if the client selects <c>totalCount</c>.</param>
public sealed record Connection<T>(IReadOnlyList<Edge<T>> Edges, PageInfo PageInfo, Func<CancellationToken, Task<int>> TotalCount)
{
    /// <summary>A page of rows already counted.</summary>
    public Connection(IReadOnlyList<Edge<T>> edges, PageInfo pageInfo, int totalCount) : this(edges, pageInfo, _ => Task.FromResult(totalCount))
    {
    }
}

/// <summary>A row and the opaque cursor after which the next page starts.</summary>
public sealed record Edge<T>(string Cursor, T Node);

/// <summary>What lies before and after a page.</summary>
/// <param name="HasNextPage">More rows follow.</param>
/// <param name="HasPreviousPage">Rows precede.</param>
/// <param name="StartCursor">Null when the page is empty.</param>
/// <param name="EndCursor">Null when the page is empty.</param>
public sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);
