using System.Net;
using System.Text.Json.Nodes;
using Coordination.Api.Security;
using Coordination.Api.Security.Development;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Microsoft.IdentityModel.Tokens;

namespace Coordination.Tests.Security;

/// <summary>The platform with one provider that answers and one that never does.</summary>
public sealed class ProviderDownFixture : PlatformFixture
{
    /// <summary>Nobody listens there: port 9 discards.</summary>
    public const string Silent = "http://127.0.0.1:9/silent";

    /// <inheritdoc />
    protected override string[] Providers => [.. base.Providers, .. Provider(1, "silent", "Keycloak", Silent)];
}

/// <summary>A provider that is down opens no door, and closes none but its own (RELIABILITY F-30).</summary>
public sealed class ProviderDownSpecs(ProviderDownFixture platform) : IClassFixture<ProviderDownFixture>
{
    [Fact]
    public async Task Given_a_token_of_a_provider_that_is_down_Then_503_says_when_to_come_back_and_others_are_served()
    {
        using var client = platform.Client(null);
        client.DefaultRequestHeaders.Authorization = new("Bearer", await TokenOfSilentAsync());
        using var response = await client.PostAsync("/graphql", System.Net.Http.Json.JsonContent.Create(new { query = "{ me { role } }" }));
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter.ShouldNotBeNull();
        ((string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["code"]!).ShouldBe("PROVIDER_DOWN");
        (await platform.Client(DemoUsers.All["coordinator"]).AskAsync("{ me { role } }")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Given_a_provider_that_is_down_When_somebody_signs_in_Then_the_start_page_says_so()
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = platform.Address };
        using var response = await client.GetAsync("/session/login?provider=silent&return=/alerts");
        response.Headers.Location!.OriginalString.ShouldBe("/?signin=provider-down");
    }

    [Fact]
    public async Task Given_a_logout_token_of_a_provider_that_is_down_Then_it_is_asked_to_say_it_again()
    {
        using var client = platform.Client(null);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["logout_token"] = await TokenOfSilentAsync() });
        (await client.PostAsync("/session/backchannel-logout", form)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    private async Task<string> TokenOfSilentAsync()
    {
        var issuer = await TestIssuer.GetAsync();
        return issuer.CreateToken("somebody", platform.Clock.GetUtcNow(), issuer.Key, SecurityAlgorithms.EcdsaSha256, TokenSetup.Audience, ProviderDownFixture.Silent);
    }
}
