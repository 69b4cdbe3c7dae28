using System.Text.Json;

namespace Platform.GraphQL;

/// <summary>The request while the application's hook looks at it.</summary>
public sealed class RequestBuilder
{
    internal RequestBuilder(string query, string? operationName, JsonElement? variables) =>
        (Query, OperationName, Variables) = (query, operationName, variables);

    /// <summary>The document as sent.</summary>
    public string Query { get; }

    /// <summary>The operation chosen, if any.</summary>
    public string? OperationName { get; }

    /// <summary>The variables as sent.</summary>
    public JsonElement? Variables { get; }

    /// <summary>Handed to every resolver.</summary>
    public IDictionary<string, object?> ContextData { get; } = new Dictionary<string, object?>();

    internal (int Status, string Code, string Message)? Refusal { get; private set; }

    /// <summary>Ends the request with a status and one error.</summary>
    public void Refuse(int statusCode, string code, string message) => Refusal = (statusCode, code, message);
}
