using Microsoft.Extensions.FileProviders;

namespace Coordination.Api.Hosting;

/// <summary>Serves the portal: hashed assets for ever, the page itself never cached, deep links to the page.</summary>
public static class PortalFiles
{
    // The hash is the one style that React Aria 1.22.1 injects (pressable); a browser test fails when an upgrade changes it.
    private const string ContentSecurityPolicy =
        "default-src 'self'; style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='; img-src 'self' data:; "
        + "object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    /// <summary>Where GraphiQL's files are served in Development.</summary>
    public const string GraphiqlPath = "/graphiql";

    /// <summary>The folder of the built portal: beside the binary when published, in the project when run from its output; null when it was never built.</summary>
    public static string? Find() => new[] { "wwwroot", "../../../wwwroot" }
        .Select(relative => Path.GetFullPath(relative, AppContext.BaseDirectory))
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "index.html")));

    /// <summary>The folder of GraphiQL, which is built beside the portal and never published; null where it is not.</summary>
    public static string? FindGraphiql() => Path.GetFullPath("../../../Portal/graphiql/dist", AppContext.BaseDirectory) is var folder
        && File.Exists(Path.Combine(folder, "graphiql.js")) ? folder : null;

    /// <summary>Serves GraphiQL's files under <see cref="GraphiqlPath"/>, in Development only; false when they were not built.</summary>
    public static bool UseGraphiql(this WebApplication app)
    {
        var folder = FindGraphiql();
        // Its editor writes style elements, and the plain page that stands in for it is one file: allowed on that page alone.
        var script = folder is null ? "script-src 'self' 'unsafe-inline'; " : "";
        app.Use((http, next) =>
        {
            if (http.Request.Path == "/graphql" && HttpMethods.IsGet(http.Request.Method))
                http.Response.Headers.ContentSecurityPolicy = $"default-src 'self'; {script}style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'; base-uri 'none'";
            return next(http);
        });
        if (folder is not null) app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(folder), RequestPath = GraphiqlPath });
        return folder is not null;
    }

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
