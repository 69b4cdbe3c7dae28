using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Coordination.Tests.Feed;

/// <summary>A subscriber over HTTP, as the portal is one.</summary>
internal sealed class FeedListener(HttpResponseMessage response, StreamReader reader, CancellationTokenSource bound) : IDisposable
{
    private const string Query = "subscription($after: String) { feed(after: $after) { position type nodeId alert { subject { birthName } } } }";

    public static async Task<FeedListener> OpenAsync(HttpClient client, string? after = null)
    {
        var bound = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql/stream") { Content = JsonContent.Create(new { query = Query, variables = new { after } }) };
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, bound.Token);
        return new(response, new StreamReader(await response.Content.ReadAsStreamAsync(bound.Token)), bound);
    }

    /// <summary>The next answer; null at the end.</summary>
    public async Task<JsonNode?> NextAsync()
    {
        while (await reader.ReadLineAsync(bound.Token) is { } line)
            if (line.StartsWith("data: {", StringComparison.Ordinal)) return JsonNode.Parse(line[6..]);
        return null;
    }

    /// <summary>The next event, which is not an error.</summary>
    public async Task<(string Position, string Type, string? Node)> EventAsync()
    {
        var answer = await NextAsync();
        var told = answer.ShouldNotBeNull()["data"]?["feed"].ShouldNotBeNull(answer.ToJsonString())!;
        return ((string)told["position"]!, (string)told["type"]!, (string?)told["nodeId"]);
    }

    public void Dispose()
    {
        reader.Dispose();
        response.Dispose();
        bound.Dispose();
    }
}
