using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Coordination.Tests.Harness;

public static partial class PostgresCluster
{
    private static async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("COORDINATION_TEST_PG") is { Length: > 0 } given) return Tuned(given);
        var bin = FindBinaries();
        var folder = Path.Combine(Path.GetTempPath(), $"coordination-tests-{Environment.ProcessId}-{Guid.NewGuid():N}");
        var data = Path.Combine(folder, "data");
        Directory.CreateDirectory(folder);
        // PostgreSQL refuses to run as root.
        string[] user = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--"] : [];
        if (user.Length > 0) await RunAsync("chown", "postgres", folder);
        await RunAsync([.. user, $"{bin}/initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]);
        var port = FreePort();
        await RunAsync([
            .. user, $"{bin}/pg_ctl", "-D", data, "-l", Path.Combine(folder, "log"), "-w", "-o",
            $"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off -c max_connections=300 -c shared_buffers=64MB -c autovacuum_naptime=5min",
            "start",
        ]);
        StopWithThisProcess(user, $"{bin}/pg_ctl", data, folder);
        return Tuned($"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres");
    }

    // Small pools: several databases are open at once, each with a pool per role.
    private static string Tuned(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString)
    {
        MaxPoolSize = 30,
        ConnectionIdleLifetime = 5,
        ConnectionPruningInterval = 2,
        IncludeErrorDetail = true,
    }.ConnectionString;

    // A process of its own, so that the server ends also when the tests are killed.
    private static void StopWithThisProcess(string[] user, string control, string data, string folder)
    {
        var stop = string.Join(' ', [.. user, control, "-D", data, "-m", "immediate", "stop"]);
        var script = $"while kill -0 {Environment.ProcessId} 2>/dev/null; do sleep 1; done; {stop}; rm -rf {folder}";
        using var watch = Process.Start(new ProcessStartInfo("setsid", ["sh", "-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true });
    }

    private static string FindBinaries()
    {
        var roots = new[] { Environment.GetEnvironmentVariable("COORDINATION_PG_BIN") ?? "" }
            .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(d => d + "/bin") : []);
        return roots.FirstOrDefault(r => File.Exists(r + "/initdb"))
            ?? throw new InvalidOperationException("No PostgreSQL: install the package postgresql, or set COORDINATION_PG_BIN or COORDINATION_TEST_PG.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task RunAsync(params string[] command)
    {
        // Output to a file of the shell's: the server inherits the handles, and a pipe would never end.
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", .. command]))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{Path.GetFileName(command[^1])}: '{string.Join(' ', command)}' ended with {process.ExitCode}.");
    }
}
