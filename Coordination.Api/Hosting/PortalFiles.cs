using Microsoft.Extensions.FileProviders;

namespace Coordination.Api.Hosting;

/// <summary>Serves the portal: hashed assets for ever, the page itself never cached, deep links to the page.</summary>
public static class PortalFiles
{
    // The hash is the one style that React Aria 1.22.1 injects (pressable); a browser test fails when an upgrade changes it.
    private const string ContentSecurityPolicy =
        "default-src 'self'; style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='; img-src 'self' data:; "
        + "object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    /// <summary>The folder of the built portal: beside the binary when published, in the project when run from its output; null when it was never built.</summary>
    public static string? Find() => new[] { "wwwroot", "../../../wwwroot" }
        .Select(relative => Path.GetFullPath(relative, AppContext.BaseDirectory))
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "index.html")));

    /// <summary>Adds the headers that every answer carries.</summary>
    public static void UseSecurityHeaders(this WebApplication app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.TryAdd("Content-Security-Policy", ContentSecurityPolicy);
            headers["X-Content-Type-Options"] = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            if (http.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
            return Task.CompletedTask;
        });
        return next(http);
    });

    /// <summary>Maps the portal's files; without a built portal, the root says how to build it.</summary>
    public static void MapPortal(this WebApplication app)
    {
        if (Find() is not { } folder)
        {
            app.MapGet("/", () => Results.Text("The portal is not built: run ops/run, or npm run build in Coordination.Api/Portal.\n"));
            return;
        }

        var files = new PhysicalFileProvider(folder);
        var options = new StaticFileOptions
        {
            FileProvider = files,
            OnPrepareResponse = context => context.Context.Response.Headers.CacheControl =
                context.Context.Request.Path.StartsWithSegments("/assets") ? "public,max-age=31536000,immutable" : "no-cache",
        };
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(options);
        app.MapFallbackToFile("{*path:nonfile}", "index.html", options);
    }
}
