using Coordination.Api.GraphQL;
using Coordination.Api.Hosting;

namespace Coordination.Simulator.Bench;

/// <summary>The coordinators' open pages.</summary>
public sealed class Screens : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private readonly HttpClient client;
    private readonly List<AlertScreen> screens = [];

    private Screens(HttpClient client) => this.client = client;

    /// <summary>Opens so many.</summary>
    public static async Task<Screens> OpenAsync(CoordinationSettings settings, int count, CancellationToken cancellation)
    {
        var token = await Verbs.DemoTokens.GetAsync("coordinator", cancellation);
        var opened = new Screens(new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{settings.HttpPort}"), Timeout = Timeout.InfiniteTimeSpan });
        for (var i = 0; i < count; i++) opened.screens.Add(await AlertScreen.OpenAsync(opened.client, token, cancellation));
        return opened;
    }

    /// <summary>When the alert came to the last of them; null while one has not shown it.</summary>
    public long? LastArrivalOf(Guid alert)
    {
        var id = NodeId.Encode("Alert", alert);
        var arrivals = screens.Select(s => s.ArrivalOf(id)).ToList();
        return arrivals.Contains(null) ? null : arrivals.Max();
    }

    /// <summary>Waits until all have shown these alerts, at most a time.</summary>
    public async Task WaitForAsync(IReadOnlyCollection<Guid> alerts, TimeSpan atMost, CancellationToken cancellation)
    {
        for (var left = atMost; left > TimeSpan.Zero && alerts.Any(a => LastArrivalOf(a) is null); left -= Look)
            await Task.Delay(Look, cancellation);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var screen in screens) await screen.DisposeAsync();
        client.Dispose();
    }
}
