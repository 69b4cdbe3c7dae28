using Coordination.Api.Documents;
using Coordination.Api.PersonalData;
using Coordination.Api.Resources;
using Coordination.Api.Security.Audit;
using Coordination.Api.Security.Identity;
using Microsoft.AspNetCore.Authentication;

namespace Coordination.Api.Security;

/// <summary>Who sends a request, and under which session or token.</summary>
/// <param name="Subject">Bound to one activity; null for somebody who is identified but has none, or has to choose.</param>
/// <param name="Activities">Every activity in which she may act.</param>
/// <param name="Until">When the token ends; null for a session.</param>
public sealed record Caller(string Identity, string DisplayName, Subject? Subject, IReadOnlyList<Subject> Activities, string? SessionKey, DateTimeOffset? Until);

/// <summary>Finds the caller of each request: an access token in the header, else the portal's session.</summary>
public static class SubjectMiddleware
{
    /// <summary>Names the activity of a token whose bearer has several.</summary>
    public const string ActivityHeader = "X-Coordination-Activity";

    private static readonly object Key = new();

    /// <summary>Who calls; null when nobody is identified.</summary>
    public static Caller? FindCaller(this HttpContext http) => http.Items[Key] as Caller;

    /// <summary>The subject of this request; null when nobody is signed in, or in no activity.</summary>
    public static Subject? FindSubject(this HttpContext http) => http.FindCaller()?.Subject;

    /// <summary>Whether what let the caller in still does: session not ended, token not over, habilitation in force.</summary>
    public static async Task<bool> StillHoldsAsync(this Caller caller, IServiceProvider services, CancellationToken cancellation)
    {
        if (caller.Subject is not { } subject || services.GetRequiredService<TimeProvider>().GetUtcNow() > caller.Until) return false;
        if (caller.SessionKey is { } key && (await services.GetRequiredService<SessionStore>().FindAsync(key, cancellation))?.Activity != subject.Activity) return false;
        return await services.GetRequiredService<Habilitations>().FindAsync(subject.Id, subject.Activity, cancellation) is not null;
    }

    /// <summary>
    /// Adds the middleware. A token that does not hold is 401 at once, never a fall-back to the cookie; one that cannot be checked, because
    /// its provider is down, is 503.
    /// </summary>
    public static void UseSubject(this WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SubjectMiddleware));
        app.Use(async (http, next) =>
        {
            try
            {
                if (await IdentifyAsync(http)) await next(http);
            }
            catch (ProviderDownException e) when (!http.Response.HasStarted)
            {
                logger.LogWarning("request refused: {Failure}", e.Message);
                http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                http.Response.Headers.RetryAfter = "30";
                await http.Response.WriteAsJsonAsync(new { code = "PROVIDER_DOWN", message = Texts.Get("Error.PROVIDER_DOWN") }, http.RequestAborted);
            }
        });
    }

    // False when the answer is given already.
    private static async Task<bool> IdentifyAsync(HttpContext http)
    {
        if (http.Request.Headers.Authorization.Count > 0)
        {
            var caller = await OfTokenAsync(http);
            if (caller is null)
            {
                http.Response.StatusCode = StatusCodes.Status401Unauthorized;
                http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
                return false;
            }

            http.Items[Key] = caller;
        }
        else if (SessionCookie.Read(http) is { Length: > 0 } key && NeedsSubject(http.Request.Path) && !IsOfAnotherSite(http))
        {
            http.Items[Key] = await OfSessionAsync(http, key);
        }

        return true;
    }

    // The script header keeps other sites out already; the cookie does not count for them either, whatever a browser lets through.
    private static bool IsOfAnotherSite(HttpContext http) =>
        http.Request.Headers.Origin is { Count: > 0 } origin
        && !(Uri.TryCreate(origin.ToString(), UriKind.Absolute, out var site) && site.Authority.Equals(http.Request.Host.Value, StringComparison.OrdinalIgnoreCase));

    private static async Task<Caller?> OfTokenAsync(HttpContext http)
    {
        var values = http.Request.Headers.Authorization;
        if (values.Count != 1 || values[0] is not { } header || !header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return null;
        var token = header["Bearer ".Length..].Trim();
        if (http.RequestServices.GetRequiredService<IdentityProviders>().OfToken(token) is not { } metadata) return null;
        var result = await http.AuthenticateAsync(TokenSetup.SchemeOf(metadata.Provider));
        if (!result.Succeeded || ExternalIdentity.Read(metadata.Provider, ProviderTokens.AsJson(result.Principal)) is not { } identity) return null;
        var activities = await http.RequestServices.GetRequiredService<Habilitations>().OfAsync(identity.Key, http.RequestAborted);
        var asked = http.Request.Headers[ActivityHeader].ToString();
        var subject = asked.Length == 0 ? (activities.Count == 1 ? activities[0] : null) : activities.FirstOrDefault(a => a.Activity.ToString() == asked);
        return new(identity.Key, identity.DisplayName, subject, activities, null, result.Properties?.ExpiresUtc);
    }

    private static async Task<Caller?> OfSessionAsync(HttpContext http, string key)
    {
        if (await http.RequestServices.GetRequiredService<SessionStore>().FindAsync(key, http.RequestAborted) is not { } session) return null;
        var activities = await http.RequestServices.GetRequiredService<Habilitations>().OfAsync(session.Identity, http.RequestAborted);
        var subject = activities.FirstOrDefault(a => a.Activity == session.Activity);
        return new(session.Identity, subject?.DisplayName ?? session.DisplayName, subject, activities, key, null);
    }

    private static bool NeedsSubject(PathString path) => path.StartsWithSegments("/graphql") || path.StartsWithSegments("/session") || path.StartsWithSegments(ExportEndpoint.Folder) || path.StartsWithSegments(AuditExport.Folder)
        || path.StartsWithSegments(DocumentEndpoints.Folder);
}
