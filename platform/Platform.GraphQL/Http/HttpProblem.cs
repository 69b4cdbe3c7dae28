namespace Platform.GraphQL;

/// <summary>Ends a request with a status and one error. The message names the rule and shows nothing of the request's content.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="message">Shown to the client.</param>
/// <param name="code">Stable code.</param>
public sealed class HttpProblem(int status, string message, string code = "BAD_REQUEST") : Exception(message)
{
    /// <summary>HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>Stable code, written as <c>extensions.code</c>.</summary>
    public string Code { get; } = code;

    /// <summary>The methods that would do, for a 405.</summary>
    public string? Allow { get; init; }
}
