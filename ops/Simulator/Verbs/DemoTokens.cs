using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Coordination.Api.Security.Development;

namespace Coordination.Simulator.Verbs;

/// <summary>Access tokens of demo users, from the demo's own identity provider.</summary>
public static class DemoTokens
{
    /// <summary>A token of a demo user, valid 12 hours; the provider is the one that <c>ops/run</c> started.</summary>
    public static async Task<string> GetAsync(string user, CancellationToken cancellation)
    {
        if (!DemoUsers.All.TryGetValue(user, out var subject)) throw new VerbException($"no demo user '{user}': {string.Join(", ", DemoUsers.All.Keys)}");
        var (address, secret) = (Environment.GetEnvironmentVariable("COORDINATION_IDP_URL"), Environment.GetEnvironmentVariable("COORDINATION_IDP_SECRET"));
        if (string.IsNullOrEmpty(address) || string.IsNullOrEmpty(secret)) throw new VerbException("no identity provider of a demo is known: is ops/run up on this data folder?");
        var provider = DemoUsers.HabilitationOf(user).Identity.Split(':')[0];
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{address}/{provider}/token")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials" }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{subject.Id}:{secret}")));
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellation)).RootElement;
            return answer.TryGetProperty("access_token", out var token) ? token.GetString()! : throw new VerbException($"the identity provider refused: {answer.GetProperty("error")}");
        }
        catch (HttpRequestException)
        {
            throw new VerbException("the demo's identity provider does not answer: is ops/run up on this data folder?");
        }
    }
}
