using System.Text.Json;
using Coordination.Api.Resources;

namespace Coordination.Api.Exchange.Hl7.Http;

/// <summary>Why a request did not reach the intake: a status, and a problem document (RFC 9457) that says nothing of the message.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Stable code, such as <c>MESSAGE_TOO_LARGE</c>.</param>
/// <param name="Text">For the interface operator, in French.</param>
internal sealed record Hl7Problem(int Status, string Code, string Text)
{
    public static readonly Hl7Problem Method = Of(405, "METHOD_NOT_ALLOWED", "METHOD");
    public static readonly Hl7Problem MediaType = Of(415, "UNSUPPORTED_MEDIA_TYPE", "MEDIA_TYPE");
    public static readonly Hl7Problem Token = Of(401, "UNAUTHENTICATED", "TOKEN");
    public static readonly Hl7Problem Role = Of(403, "FORBIDDEN", "ROLE");
    public static readonly Hl7Problem NotStored = Of(503, "NOT_STORED", "NOT_STORED");

    public static Hl7Problem TooLarge(int limit) => new(413, "MESSAGE_TOO_LARGE", Texts.Get("Hl7.MESSAGE_TOO_LARGE", limit));

    /// <summary>A body that the server could not read: too large, too slow, or broken.</summary>
    public static Hl7Problem OfBody(int status, int limit) => status switch
    {
        413 => TooLarge(limit),
        408 => Of(408, "REQUEST_TIMEOUT", "SLOW"),
        _ => Of(400, "BAD_REQUEST", "BODY"),
    };

    public async Task WriteAsync(HttpContext http)
    {
        http.Response.StatusCode = Status;
        if (Status == 405) http.Response.Headers.Allow = "POST";
        if (Status == 401) http.Response.Headers.WWWAuthenticate = "Bearer";
        if (Status == 503) http.Response.Headers.RetryAfter = "5";
        var body = JsonSerializer.SerializeToUtf8Bytes(new { type = "about:blank", status = Status, code = Code, detail = Text });
        http.Response.ContentType = "application/problem+json";
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    private static Hl7Problem Of(int status, string code, string text) => new(status, code, Texts.Get($"Hl7.Http.{text}"));
}
