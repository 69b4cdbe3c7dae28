using System.Net;
using System.Net.Http.Json;
using Coordination.Api.Security.Development;
using Coordination.Tests.Harness;

namespace Coordination.Tests.Security;

/// <summary>The platform outside Development.</summary>
public sealed class ProductionFixture : PlatformFixture
{
    /// <inheritdoc />
    protected override string Environment => "Production";

    /// <inheritdoc />
    protected override string[] Providers => [];
}

/// <summary>Outside Development the demo users do not exist and nothing opens the door to them.</summary>
public sealed class ProductionSpecs(ProductionFixture platform) : IClassFixture<ProductionFixture>, IDisposable
{
    private readonly HttpClient client = new() { BaseAddress = platform.Address };

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task Given_production_When_a_development_token_is_sent_Then_it_is_refused()
    {
        var token = platform.Token(DemoUsers.All["coordinator"]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = "{ me { role } }" }) };
        request.Headers.Authorization = new("Bearer", token);
        using var response = await client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/psc")]
    [InlineData("http://example.org/")]
    [InlineData("nowhere")]
    public void Given_production_When_a_provider_is_not_over_tls_Then_the_start_is_refused(string issuer)
    {
        var configuration = new Microsoft.Extensions.Configuration.ConfigurationManager();
        foreach (var (key, value) in new[] { ("NAME", "p"), ("CONVENTION", "Keycloak"), ("ISSUER", issuer), ("CLIENT_ID", "c"), ("CLIENT_SECRET", "s") })
            configuration[$"COORDINATION_OIDC:0:{key}"] = value;
        Should.Throw<InvalidOperationException>(() => Api.Security.Identity.IdentityProvider.Read(configuration, development: false)).Message.ShouldContain("ISSUER");
    }

    [Fact]
    public async Task Given_production_When_a_demo_user_is_hinted_at_Then_there_is_no_provider_to_ask()
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var plain = new HttpClient(handler) { BaseAddress = platform.Address };
        using var response = await plain.GetAsync("/session/login?provider=structure&hint=coordinator");
        response.Headers.Location!.OriginalString.ShouldBe("/?signin=unknown-provider");
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task Given_production_When_the_start_page_asks_who_may_enter_Then_no_demo_user_is_named()
    {
        var session = await client.GetStringAsync("/session");
        session.ShouldContain("\"demoUsers\":[]");
        session.ShouldContain("\"development\":false");
    }

    [Theory]
    [InlineData("/graphql?sdl")]
    [InlineData("/graphiql/graphiql.js")]
    [InlineData("/development/jwks")]
    public async Task Given_production_When_a_tool_of_development_is_asked_Then_it_is_not_there(string path)
    {
        using var response = await client.GetAsync(path);
        var body = await response.Content.ReadAsStringAsync();
        body.ShouldNotContain("type Query");
        body.ShouldNotContain("\"keys\"");
        response.StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden);
    }
}
