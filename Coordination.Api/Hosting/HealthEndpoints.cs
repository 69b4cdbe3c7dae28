using Npgsql;
using Platform.EventStore;

namespace Coordination.Api.Hosting;

/// <summary>A part of the platform that has to be up before it may serve.</summary>
public interface IReadinessCheck
{
    /// <summary>Name in the readiness answer.</summary>
    string Name { get; }

    /// <summary>Null when ready, else why not, without hosts, versions or contents.</summary>
    Task<string?> CheckAsync(CancellationToken cancellation);
}

/// <summary>The database can be written.</summary>
public sealed class DatabaseReadiness(Database database) : IReadinessCheck
{
    /// <inheritdoc />
    public string Name => "database";

    /// <inheritdoc />
    public async Task<string?> CheckAsync(CancellationToken cancellation)
    {
        try
        {
            await using var command = database.App.CreateCommand("select pg_is_in_recovery()");
            command.CommandTimeout = 2;
            return await command.ExecuteScalarAsync(cancellation) is false ? null : "read-only";
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or IOException)
        {
            return "unreachable";
        }
    }
}

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it may serve.</summary>
public static class HealthEndpoints
{
    /// <summary>Maps both; ready is 200 only when every check passes, else 503 with the checks that fail.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Json(new { status = "live" }));
        app.MapGet("/health/ready", async (IEnumerable<IReadinessCheck> checks, CancellationToken cancellation) =>
        {
            var results = await Task.WhenAll(checks.Select(async c => (c.Name, Problem: await c.CheckAsync(cancellation))));
            var ready = results.All(r => r.Problem is null);
            var body = new { status = ready ? "ready" : "not ready", checks = results.ToDictionary(r => r.Name, r => r.Problem ?? "ok") };
            return Results.Json(body, statusCode: ready ? 200 : 503);
        });
    }
}
