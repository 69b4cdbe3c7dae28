namespace Platform.GraphQL.Http;

/// <summary>The request cannot be taken; the message names the rule and shows nothing of the body.</summary>
internal sealed class HttpProblem(int status, string message, string code = "BAD_REQUEST") : Exception(message)
{
    public int Status { get; } = status;
    public string Code { get; } = code;
    public string? Allow { get; init; }
}
