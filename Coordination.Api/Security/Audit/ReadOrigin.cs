namespace Coordination.Api.Security.Audit;

/// <summary>Where a request came from, as the audit notes it.</summary>
/// <param name="Operation">Name of the operation, or path.</param>
/// <param name="Client">Address of the client.</param>
public sealed record ReadOrigin(string Operation, string? Client)
{
    // Names of operations are the sender's choice.
    private const int Longest = 200;

    /// <summary>The origin of a request.</summary>
    public static ReadOrigin Of(HttpContext http, string operation) =>
        new(operation.Length > Longest ? operation[..Longest] : operation, http.Connection.RemoteIpAddress?.ToString());
}
