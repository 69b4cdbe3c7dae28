namespace Platform.GraphQL;

/// <summary>One entry of <c>errors</c>.</summary>
/// <param name="Message">For the client.</param>
public sealed record GraphQLError(string Message)
{
    /// <summary>Places in the document; empty when there is none.</summary>
    public IReadOnlyList<GraphQLLocation> Locations { get; init; } = [];

    /// <summary>Response path of the field in error; null for errors of the document.</summary>
    public IReadOnlyList<object>? Path { get; init; }

    /// <summary>Stable code; null for plain validation errors.</summary>
    public string? Code { get; init; }

    /// <summary>More entries of <c>extensions</c>.</summary>
    public IReadOnlyDictionary<string, object?> Extensions { get; init; } = new Dictionary<string, object?>();
}
