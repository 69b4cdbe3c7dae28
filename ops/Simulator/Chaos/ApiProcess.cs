using System.Diagnostics;
using System.Globalization;
using Coordination.Simulator.Verbs;

namespace Coordination.Simulator.Chaos;

/// <summary>The API process of the <c>ops/run</c> that uses a data folder.</summary>
public sealed class ApiProcess(string dataFolder, int httpPort) : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly HttpClient client = new() { BaseAddress = new Uri($"http://127.0.0.1:{httpPort}"), Timeout = TimeSpan.FromSeconds(2) };

    /// <summary>Ends it as a power cut would (SIGKILL), waits until <c>ops/run</c> has another one ready; gives how long the platform was away.</summary>
    public async Task<TimeSpan> KillAsync(CancellationToken cancellation)
    {
        var killed = Running() ?? throw new VerbException($"no API runs on {dataFolder}");
        using (var process = Process.GetProcessById(killed)) process.Kill();
        var started = Stopwatch.GetTimestamp();
        while (Running() is not { } next || next == killed || !await IsReadyAsync(cancellation))
        {
            if (Stopwatch.GetElapsedTime(started) > Patience) throw new VerbException($"the API was not ready again within {Patience.TotalSeconds} s");
            await Task.Delay(Look, cancellation);
        }

        return Stopwatch.GetElapsedTime(started);
    }

    /// <summary>Whether it serves.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellation)
    {
        try
        {
            using var response = await client.GetAsync("/health/ready", cancellation);
            return response.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return false;
        }
    }

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    // The number may be of an earlier run and belong to somebody else by now: only an API of this very folder is taken for it.
    private int? Running()
    {
        try
        {
            if (!int.TryParse(File.ReadAllText(Path.Combine(dataFolder, "api.pid")), NumberStyles.Integer, CultureInfo.InvariantCulture, out var pid)) return null;
            var environment = File.ReadAllText($"/proc/{pid}/environ").Split('\0');
            var command = File.ReadAllText($"/proc/{pid}/cmdline");
            return environment.Contains($"COORDINATION_DATA={dataFolder}") && command.Contains("Coordination.Api.dll", StringComparison.Ordinal) ? pid : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
