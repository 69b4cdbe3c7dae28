using Coordination.Api.Resources;
using Coordination.Api.Security.Identity;

namespace Coordination.Api.Security;

/// <summary>The portal's session: who is signed in, in which activity, and how to come in.</summary>
public static class SessionEndpoints
{
    /// <summary>Header that every request of the portal carries: a form of another site cannot.</summary>
    public const string ScriptHeader = "X-Coordination";

    private sealed record Choice(Guid? Activity);

    /// <summary>Maps <c>/session</c>, <c>/session/activity</c> and <c>/session/logout</c>.</summary>
    public static void MapSession(this WebApplication app, bool development)
    {
        app.MapGet("/session", (HttpContext http, IdentityProviders providers) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            var caller = http.FindCaller();
            return Results.Json(new
            {
                authenticated = caller?.Subject is not null,
                development,
                providers = providers.All.Select(p => new { name = p.Provider.Name, convention = p.Provider.Convention.ToString() }),
                demoUsers = development ? DemoEntries.All.Select(e => new { key = e.User, provider = e.Provider, label = Texts.Get($"DemoRole.{e.User}") }) : [],
                identity = caller is null ? null : new { displayName = caller.DisplayName },
                activities = (caller?.Activities ?? []).Select(a => new { id = a.Activity, organization = a.Organization, role = a.Role.ToString(), label = Texts.Get($"Role.{a.Role}") }),
                user = caller?.Subject is { } s ? new { displayName = s.DisplayName, role = s.Role.ToString(), organization = s.Organization, activity = s.Activity } : null,
            });
        });
        app.MapPost("/session/activity", async (HttpContext http, SessionStore sessions) =>
        {
            if (!http.Request.Headers.ContainsKey(ScriptHeader)) return Results.BadRequest();
            if (http.FindCaller() is not { SessionKey: { } key } caller) return Results.Unauthorized();
            var choice = await ReadChoiceAsync(http);
            if (choice?.Activity is not { } activity || caller.Activities.All(a => a.Activity != activity))
                return Results.Json(new { code = "UNKNOWN_ACTIVITY", field = "activity", message = Texts.Get("Error.UNKNOWN_ACTIVITY") }, statusCode: 400);
            await sessions.ChooseAsync(key, activity, http.RequestAborted);
            return Results.NoContent();
        });
        app.MapPost("/session/logout", async (HttpContext http, SessionStore sessions) =>
        {
            if (!http.Request.Headers.ContainsKey(ScriptHeader)) return Results.BadRequest();
            if (SessionCookie.Read(http) is { } key) await sessions.CloseAsync(key, http.RequestAborted);
            SessionCookie.Clear(http);
            return Results.NoContent();
        });
    }

    // What is not JSON names no activity, and is answered as such.
    private static async Task<Choice?> ReadChoiceAsync(HttpContext http)
    {
        try
        {
            return await http.Request.ReadFromJsonAsync<Choice>(http.RequestAborted);
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
