using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Coordination.Api.Security.Identity;

/// <summary>The way to a provider and back: authorization code with PKCE, state and nonce; and the provider's logout.</summary>
public static class SignInEndpoints
{
    /// <summary>Where a provider sends the browser back to.</summary>
    public const string CallbackPath = "/session/callback";

    private const string BrowserCookie = "signin";

    /// <summary>Maps <c>/session/login</c>, <c>/session/callback</c> and <c>/session/backchannel-logout</c>.</summary>
    public static void MapSignIn(this WebApplication app, bool development)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SignInEndpoints));
        app.MapGet("/session/login", async (HttpContext http, IdentityProviders providers, SignInAttempts attempts, string? provider, string? @return, string? hint) =>
        {
            if (providers.Find(provider) is not { } metadata) return Results.Redirect("/?signin=unknown-provider");
            try
            {
                var configuration = await metadata.GetConfigurationAsync(http.RequestAborted);
                var (state, nonce, verifier, browser) = (Random(), Random(), Random(), Random());
                await attempts.BeginAsync(state, browser, new(metadata.Provider.Name, nonce, verifier, SafePath(@return)), http.RequestAborted);
                http.Response.Cookies.Append(CookieName(http), browser, Options(http));
                var query = new Dictionary<string, string?>
                {
                    ["response_type"] = "code", ["client_id"] = metadata.Provider.ClientId, ["redirect_uri"] = Redirect(http), ["scope"] = metadata.Provider.Scope,
                    ["state"] = state, ["nonce"] = nonce, ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
                    ["code_challenge_method"] = "S256", ["prompt"] = "login",
                };
                if (metadata.Provider.AcrValues is { } acr) query["acr_values"] = acr;
                // Only the demo's provider knows whom « Entrer comme » means.
                if (development && hint is { Length: > 0 and <= 60 }) query["login_hint"] = hint;
                return Results.Redirect(QueryHelpers.AddQueryString(configuration.AuthorizationEndpoint, query));
            }
            catch (ProviderDownException e)
            {
                logger.LogWarning("sign-in: {Failure}", e.Message);
                return Results.Redirect("/?signin=provider-down");
            }
        });
        app.MapGet(CallbackPath, (HttpContext http, string? code, string? state, string? iss, string? error) => CallbackAsync(http, code, state, iss, error, logger));
        app.MapPost("/session/backchannel-logout", LogoutAsync).DisableAntiforgery();
    }

    private static async Task<IResult> CallbackAsync(HttpContext http, string? code, string? state, string? iss, string? error, ILogger logger)
    {
        var services = http.RequestServices;
        var browser = http.Request.Cookies[CookieName(http)];
        http.Response.Cookies.Delete(CookieName(http), Options(http));
        http.Response.Headers.CacheControl = "no-store";
        if (state is null || browser is null || await services.GetRequiredService<SignInAttempts>().TakeAsync(state, browser, http.RequestAborted) is not { } attempt
            || services.GetRequiredService<IdentityProviders>().Find(attempt.Provider) is not { } metadata)
            return Results.Redirect("/?signin=again");
        if (error is not null || code is null || (iss is not null && iss != metadata.Provider.Issuer)) return Results.Redirect("/?signin=refused");
        try
        {
            var signed = await services.GetRequiredService<CodeExchange>().ExchangeAsync(metadata, attempt, code, Redirect(http), http.RequestAborted);
            var activities = await services.GetRequiredService<Habilitations>().OfAsync(signed.Identity.Key, http.RequestAborted);
            var sessions = services.GetRequiredService<SessionStore>();
            // A new key at every sign-in, and the session before is over.
            if (SessionCookie.Read(http) is { } before) await sessions.CloseAsync(before, http.RequestAborted);
            var key = await sessions.OpenAsync(
                new(signed.Identity.Key, activities.FirstOrDefault()?.DisplayName ?? signed.Identity.DisplayName, attempt.Provider, activities.Count == 1 ? activities[0].Activity : null),
                signed.Subject, signed.Session, http.RequestAborted);
            SessionCookie.Write(http, key);
            return Results.Redirect(attempt.ReturnPath);
        }
        catch (SignInRefusedException e)
        {
            logger.LogWarning("sign-in at {Provider} refused: {Reason}", attempt.Provider, e.Message);
            return Results.Redirect("/?signin=refused");
        }
        catch (ProviderDownException e)
        {
            logger.LogWarning("sign-in: {Failure}", e.Message);
            return Results.Redirect("/?signin=provider-down");
        }
    }

    // OpenID Connect Back-Channel Logout 1.0: 200 when it was obeyed, 400 when the token does not hold.
    private static async Task<IResult> LogoutAsync(HttpContext http, IdentityProviders providers, SignInAttempts attempts, SessionStore sessions, TimeProvider clock)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!http.Request.HasFormContentType || (await http.Request.ReadFormAsync(http.RequestAborted))["logout_token"].ToString() is not { Length: > 0 and < 16_384 } token
            || providers.OfToken(token) is not { } metadata
            || await ProviderTokens.ValidateAsync(metadata, token, needsExpiry: false, clock, http.RequestAborted) is not { } claims) return Results.BadRequest();
        string? Text(string name) => claims.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        var isLogout = claims.TryGetProperty("events", out var events) && events.ValueKind is JsonValueKind.Object
            && events.TryGetProperty("http://schemas.openid.net/event/backchannel-logout", out _);
        var fresh = claims.TryGetProperty("iat", out var at) && at.TryGetInt64(out var seconds) && Math.Abs((clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds)).TotalMinutes) < 5;
        if (!isLogout || !fresh || claims.TryGetProperty("nonce", out _) || Text("jti") is not { } jti || (Text("sub") ?? Text("sid")) is null) return Results.BadRequest();
        if (!await attempts.IsFirstLogoutAsync(metadata.Provider.Name, jti, clock.GetUtcNow().AddMinutes(15), http.RequestAborted)) return Results.BadRequest();
        await sessions.CloseAllAsync(metadata.Provider.Name, Text("sub"), Text("sid"), http.RequestAborted);
        return Results.Ok();
    }

    /// <summary>A path of the portal itself: nothing leads elsewhere after sign-in.</summary>
    public static string SafePath(string? path) =>
        path is { Length: > 0 and <= 500 } && path[0] == '/' && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal)
            && !path.StartsWith("/session", StringComparison.OrdinalIgnoreCase) && path.All(c => c is > ' ' and < (char)127)
            ? path
            : "/";

    private static string Redirect(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}{CallbackPath}";

    private static string Random() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    private static string CookieName(HttpContext http) => http.Request.IsHttps ? $"__Host-{BrowserCookie}" : BrowserCookie;

    // Lax: the provider sends the browser back by a navigation.
    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/", IsEssential = true, MaxAge = TimeSpan.FromMinutes(10),
    };
}
