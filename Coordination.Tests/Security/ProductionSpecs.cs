using System.Net;
using System.Net.Http.Json;
using Coordination.Api.Hosting;
using Coordination.Api.Security.Development;
using Coordination.Tests.Harness;

namespace Coordination.Tests.Security;

/// <summary>The platform outside Development.</summary>
public sealed class ProductionFixture : PlatformFixture
{
    /// <inheritdoc />
    protected override string Environment => "Production";
}

/// <summary>Outside Development the demo users do not exist and nothing opens the door to them.</summary>
public sealed class ProductionSpecs(ProductionFixture platform) : IClassFixture<ProductionFixture>, IDisposable
{
    private readonly HttpClient client = new() { BaseAddress = platform.Address };

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task Given_production_When_a_development_token_is_sent_Then_it_is_refused()
    {
        var token = new DevelopmentIssuer(platform.Get<SecretFolder>()).CreateToken(DemoUsers.All["coordinator"], platform.Clock.GetUtcNow());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = "{ me { role } }" }) };
        request.Headers.Authorization = new("Bearer", token);
        using var response = await client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Given_production_When_somebody_asks_for_a_demo_session_Then_there_is_none()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/session/demo") { Content = JsonContent.Create(new { role = "coordinator" }) };
        request.Headers.Add("X-Coordination", "1");
        using var response = await client.SendAsync(request);
        response.StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed);
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
