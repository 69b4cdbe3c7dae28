using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Coordination.Simulator.Bench;

/// <summary>A coordinator's open page: a subscription over server-sent events that keeps when each alert first came.</summary>
public sealed class AlertScreen : IAsyncDisposable
{
    private const string Query = "subscription { feed { type nodeId alert { id ruleCode status title severity subject { id } } } }";
    private readonly ConcurrentDictionary<string, long> arrivals = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource closing = new();
    private readonly HttpResponseMessage response;
    private readonly Task reading;

    private AlertScreen(HttpResponseMessage response, StreamReader reader)
    {
        this.response = response;
        reading = ReadAsync(reader);
    }

    /// <summary>Opens it; from then on nothing is missed.</summary>
    public static async Task<AlertScreen> OpenAsync(HttpClient client, string token, CancellationToken cancellation)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql/stream") { Content = JsonContent.Create(new { query = Query }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.ParseAdd("text/event-stream");
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        response.EnsureSuccessStatusCode();
        var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellation));
        // The first event is the heartbeat that says where the stream stands: it listens.
        while (await reader.ReadLineAsync(cancellation) is { } line)
            if (line.StartsWith("data: {", StringComparison.Ordinal)) return new(response, reader);
        throw new IOException("the subscription ended before it began");
    }

    /// <summary>When an alert first came, by its node id; null if it has not.</summary>
    public long? ArrivalOf(string alert) => arrivals.TryGetValue(alert, out var at) ? at : null;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        response.Dispose();
        closing.Dispose();
    }

    private async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync(closing.Token) is { } line)
        {
            if (!line.StartsWith("data: {", StringComparison.Ordinal)) continue;
            var at = Stopwatch.GetTimestamp();
            using var answer = JsonDocument.Parse(line.AsMemory(6));
            var alert = answer.RootElement.GetProperty("data").GetProperty("feed").GetProperty("alert");
            if (alert.ValueKind is JsonValueKind.Object) arrivals.TryAdd(alert.GetProperty("id").GetString()!, at);
        }
    }
}
