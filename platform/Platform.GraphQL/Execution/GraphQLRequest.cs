using System.Text.Json;

namespace Platform.GraphQL;

/// <summary>One operation to execute.</summary>
/// <param name="Query">The document.</param>
public sealed record GraphQLRequest(string Query)
{
    /// <summary>Which operation of the document; null when it has one.</summary>
    public string? OperationName { get; init; }

    /// <summary>A JSON object, or null.</summary>
    public JsonElement? Variables { get; init; }

    /// <summary>The services that resolvers may ask for.</summary>
    public IServiceProvider Services { get; init; } = EmptyServices.Instance;

    /// <summary>Shared by all resolvers of the request: the subject, for instance.</summary>
    public IDictionary<string, object?> ContextData { get; init; } = new Dictionary<string, object?>();

    /// <summary>Refuse mutations and subscriptions (HTTP GET).</summary>
    public bool QueriesOnly { get; init; }

    private sealed class EmptyServices : IServiceProvider
    {
        public static EmptyServices Instance { get; } = new();
        public object? GetService(Type serviceType) => null;
    }
}
