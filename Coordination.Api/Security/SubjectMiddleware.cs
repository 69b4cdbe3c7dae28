using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Coordination.Api.Security;

/// <summary>Finds the subject of each request: an access token in the header, else the portal's session.</summary>
public static class SubjectMiddleware
{
    private static readonly object Key = new();

    /// <summary>The subject of this request; null when nobody is signed in.</summary>
    public static Subject? FindSubject(this HttpContext http) => http.Items[Key] as Subject;

    /// <summary>Adds the middleware. A token that does not hold is 401 at once, never a fall-back to the cookie.</summary>
    public static void UseSubject(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (http.Request.Headers.Authorization.Count > 0)
        {
            var result = await http.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
            if (!result.Succeeded || SubjectClaims.Read(result.Principal) is not { } subject)
            {
                http.Response.StatusCode = StatusCodes.Status401Unauthorized;
                http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
                return;
            }

            http.Items[Key] = subject;
        }
        else if (SessionCookie.Read(http) is { Length: > 0 } key && NeedsSubject(http.Request.Path))
        {
            var sessions = http.RequestServices.GetRequiredService<SessionStore>();
            http.Items[Key] = await sessions.FindAsync(key, http.RequestAborted);
        }

        await next(http);
    });

    private static bool NeedsSubject(PathString path) => path.StartsWithSegments("/graphql") || path.StartsWithSegments("/session");
}
