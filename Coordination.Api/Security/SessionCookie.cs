namespace Coordination.Api.Security;

/// <summary>The cookie that holds a session's key: <c>__Host-</c> over TLS; without TLS (a local start) browsers refuse that prefix.</summary>
public static class SessionCookie
{
    private static string Name(HttpContext http) => http.Request.IsHttps ? "__Host-coordination" : "coordination";

    /// <summary>The session key sent by the browser.</summary>
    public static string? Read(HttpContext http) => http.Request.Cookies[Name(http)];

    /// <summary>Sets the key: HttpOnly, SameSite=Lax, for this browser session.</summary>
    public static void Write(HttpContext http, string key) => http.Response.Cookies.Append(Name(http), key, Options(http));

    /// <summary>Forgets the key.</summary>
    public static void Clear(HttpContext http) => http.Response.Cookies.Delete(Name(http), Options(http));

    private static CookieOptions Options(HttpContext http) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/", IsEssential = true };
}
