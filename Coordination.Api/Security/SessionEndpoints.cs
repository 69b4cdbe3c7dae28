using Coordination.Api.Hosting;
using Coordination.Api.Resources;
using Coordination.Api.Security.Development;

namespace Coordination.Api.Security;

/// <summary>Signing in and out of the portal. Outside Development there are no demo users and no way in but a real provider.</summary>
public static class SessionEndpoints
{
    /// <summary>Header that every request of the portal carries: a form of another site cannot.</summary>
    public const string ScriptHeader = "X-Coordination";

    private static readonly string[] StartPage = ["coordinator", "social-worker", "analyst", "manager"];

    private sealed record DemoSignIn(string? Role);

    /// <summary>Maps <c>/session</c>, <c>/session/logout</c> and, in Development, <c>/session/demo</c>.</summary>
    public static void MapSession(this WebApplication app, CoordinationSettings settings)
    {
        app.MapGet("/session", (HttpContext http) => Results.Json(new
        {
            authenticated = http.FindSubject() is not null,
            development = settings.Development,
            demoUsers = settings.Development ? StartPage.Select(key => new { key, label = Texts.Get($"DemoRole.{key}") }) : [],
            user = http.FindSubject() is { } s ? new { displayName = s.DisplayName, role = s.Role.ToString(), organization = s.Organization } : null,
        }));
        app.MapPost("/session/logout", async (HttpContext http, SessionStore sessions) =>
        {
            if (!http.Request.Headers.ContainsKey(ScriptHeader)) return Results.BadRequest();
            if (SessionCookie.Read(http) is { } key) await sessions.CloseAsync(key, http.RequestAborted);
            SessionCookie.Clear(http);
            return Results.NoContent();
        });
        if (!settings.Development) return;
        app.MapPost("/session/demo", async (HttpContext http, SessionStore sessions) =>
        {
            if (!http.Request.Headers.ContainsKey(ScriptHeader)) return Results.BadRequest();
            var request = await http.Request.ReadFromJsonAsync<DemoSignIn>(http.RequestAborted);
            if (request?.Role is not { } role || !DemoUsers.All.TryGetValue(role, out var subject))
                return Results.Json(new { code = "UNKNOWN_ROLE", field = "role", message = Texts.Get("Error.UNKNOWN_ROLE") }, statusCode: 400);
            SessionCookie.Write(http, await sessions.OpenAsync(subject, http.RequestAborted));
            return Results.NoContent();
        });
    }
}
