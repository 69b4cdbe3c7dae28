using System.Buffers;
using System.Net;
using Coordination.Api.Exchange.Hl7.Intake;
using Coordination.Api.Exchange.Hl7.Wire;
using Coordination.Api.Hosting;
using Coordination.Api.Security;
using Microsoft.Net.Http.Headers;
using Coordination.Domain.Directory;

namespace Coordination.Api.Exchange.Hl7.Http;

/// <summary>
/// <c>POST /hl7v2</c>: one ER7 message without a frame, answered 200 with its acknowledgement whatever MSA-1 says, after the same intake as
/// over MLLP. Any other status means that the message was not received and no acknowledgement exists.
/// </summary>
public static class Hl7HttpEndpoint
{
    /// <summary>Type of a message and of its acknowledgement. MSH-18 names the character set, a parameter here is not looked at.</summary>
    public const string MediaType = "application/hl7-v2";

    /// <summary>Where it answers.</summary>
    public const string Path = "/hl7v2";

    private const string OlderMediaType = "x-application/hl7-v2+er7";

    /// <summary>
    /// Maps it. Outside Development a bearer token of <see cref="Role.Interface"/> is needed, and a session of the portal never counts; in
    /// Development a program of this machine may do without.
    /// </summary>
    public static void MapHl7(this WebApplication app, CoordinationSettings settings)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Hl7HttpEndpoint));
        app.Map(Path, async (HttpContext http, Hl7Intake intake) =>
        {
            var (answer, problem) = await AnswerAsync(http, intake, settings.Development, logger);
            if (problem is not null)
            {
                await problem.WriteAsync(http);
                return;
            }

            http.Response.ContentType = MediaType;
            http.Response.ContentLength = answer.Length;
            http.Response.Headers.CacheControl = "no-store";
            await http.Response.Body.WriteAsync(answer, http.RequestAborted);
        });
    }

    private static async Task<(ReadOnlyMemory<byte> Answer, Hl7Problem? Problem)> AnswerAsync(HttpContext http, Hl7Intake intake, bool development, ILogger logger)
    {
        if (!HttpMethods.IsPost(http.Request.Method)) return (default, Hl7Problem.Method);
        if (Refusal(http, development) is { } refusal) return (default, refusal);
        if (!IsMessage(http.Request)) return (default, Hl7Problem.MediaType);
        var limit = Hl7Limits.Default.MessageBytes;
        if (http.Request.ContentLength > limit) return (default, Hl7Problem.TooLarge(limit));
        try
        {
            if (await ReadAsync(http, limit) is not { } message) return (default, Hl7Problem.TooLarge(limit));
            return await intake.ReceiveAsync(message, http.RequestAborted) is { } answer ? (answer, null) : (default, Hl7Problem.NotStored);
        }
        catch (BadHttpRequestException e)
        {
            return (default, Hl7Problem.OfBody(e.StatusCode, limit));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError("hl7 over http failed: {Failure}", e.GetType().Name);
            return (default, Hl7Problem.NotStored);
        }
    }

    // A page of another site can make a browser of this machine call here: what a browser sends names its origin, a program does not.
    private static Hl7Problem? Refusal(HttpContext http, bool development)
    {
        if (http.Request.Headers.Authorization.Count > 0) return http.FindSubject() is { Role: Role.Interface } ? null : Hl7Problem.Role;
        var local = http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !http.Request.Headers.ContainsKey(HeaderNames.Origin);
        return development && local ? null : Hl7Problem.Token;
    }

    private static bool IsMessage(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase) || type.MediaType.Equals(OlderMediaType, StringComparison.OrdinalIgnoreCase))
        && (request.Headers.ContentEncoding.Count == 0 || request.Headers.ContentEncoding == "identity");

    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContext http, int limit)
    {
        var reader = http.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(http.RequestAborted);
            if (read.Buffer.Length > limit) return null;
            if (read.IsCompleted) return read.Buffer.ToArray();
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
