namespace Platform.GraphQL;

/// <summary>An error that the client may read: thrown by resolvers and hooks, it is written with its message and code, never masked.</summary>
/// <param name="message">Shown to the client: no personal data.</param>
/// <param name="code">Stable, <c>SCREAMING_CASE</c>.</param>
/// <param name="extensions">More entries of <c>extensions</c>: strings, numbers or booleans.</param>
public class GraphQLException(string message, string code, IReadOnlyDictionary<string, object?>? extensions = null) : Exception(message)
{
    /// <summary>Stable code, written as <c>extensions.code</c>.</summary>
    public string Code { get; } = code;

    /// <summary>More entries of <c>extensions</c>.</summary>
    public IReadOnlyDictionary<string, object?> Extensions { get; } = extensions ?? new Dictionary<string, object?>();
}
