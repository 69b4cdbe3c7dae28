using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text;
using System.Text.Json.Nodes;
using Coordination.Api.Security;
using Coordination.Api.Security.Development;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Coordination.Tests.Security;

/// <summary>Tokens and sessions that are not what they seem.</summary>
public sealed class TokenSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string Me = "{ me { role } }";

    private static readonly Subject User = DemoUsers.All["coordinator"];

    private string Good => platform.Get<DevelopmentIssuer>().CreateToken(User, platform.Clock.GetUtcNow());

    [Fact]
    public async Task Given_no_token_Then_it_is_401_and_a_good_one_answers()
    {
        (await platform.Client(null).AskAsync(Me)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        ((string)(await platform.Client(User).AskAsync(Me)).Data!["me"]!["role"]!).ShouldBe("COORDINATOR");
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("none")]
    [InlineData("stripped")]
    [InlineData("changed")]
    [InlineData("HS256")]
    [InlineData("foreign key")]
    [InlineData("audience")]
    [InlineData("issuer")]
    [InlineData("type")]
    [InlineData("expired")]
    public async Task Given_a_bad_token_Then_it_is_401_without_a_body_even_beside_a_good_session(string fault)
    {
        var client = await SignInAsync();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Bad(fault));
        var answer = await client.AskAsync(Me);
        answer.Status.ShouldBe(HttpStatusCode.Unauthorized, fault);
        answer.Text.ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_a_session_When_it_is_used_and_ended_Then_the_cookie_alone_is_never_enough()
    {
        var client = await SignInAsync();
        (await client.AskAsync(Me)).Status.ShouldBe(HttpStatusCode.OK);
        client.DefaultRequestHeaders.Remove(SessionEndpoints.ScriptHeader);
        (await client.AskAsync(Me)).Status.ShouldBe(HttpStatusCode.BadRequest);
        client.DefaultRequestHeaders.Add(SessionEndpoints.ScriptHeader, "1");
        (await client.PostAsync("/session/logout", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await client.AskAsync(Me)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<HttpClient> SignInAsync()
    {
        var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = platform.Address };
        client.DefaultRequestHeaders.Add(SessionEndpoints.ScriptHeader, "1");
        using var response = await client.PostAsJsonAsync("/session/demo", new { role = "coordinator" });
        var cookie = response.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
        client.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        return client;
    }

    private string Bad(string fault)
    {
        var parts = Good.Split('.');
        var now = platform.Clock.GetUtcNow();
        return fault switch
        {
            "garbage" => "garbage",
            "none" => $"{Encode(new JsonObject { ["alg"] = "none", ["typ"] = "at+jwt" })}.{parts[1]}.",
            "stripped" => $"{parts[0]}.{parts[1]}.",
            "changed" => $"{parts[0]}.{Changed(parts[1])}.{parts[2]}",
            "HS256" => Token(now, new SymmetricSecurityKey(new byte[32]), SecurityAlgorithms.HmacSha256),
            "foreign key" => Token(now, Foreign(), SecurityAlgorithms.EcdsaSha256),
            "audience" => Token(now, OurKey, SecurityAlgorithms.EcdsaSha256, audience: "another-api"),
            "issuer" => Token(now, OurKey, SecurityAlgorithms.EcdsaSha256, issuer: "urn:another"),
            "type" => Token(now, OurKey, SecurityAlgorithms.EcdsaSha256, type: "JWT"),
            _ => platform.Get<DevelopmentIssuer>().CreateToken(User, now.AddHours(-13)),
        };
    }

    // The issuer's own key, as its data folder keeps it: a token is then wrong in one thing only.
    private SecurityKey OurKey
    {
        get
        {
            var ecdsa = System.Security.Cryptography.ECDsa.Create();
            ecdsa.ImportPkcs8PrivateKey(platform.Get<Api.Hosting.SecretFolder>().GetOrCreate("development-token-key", () => throw new InvalidOperationException("no key")), out _);
            return new ECDsaSecurityKey(ecdsa) { KeyId = new JsonWebToken(Good).Kid };
        }
    }

    [Fact]
    public async Task Given_the_issuers_own_key_When_everything_else_is_right_Then_the_token_is_good()
    {
        var client = platform.Client(null);
        client.DefaultRequestHeaders.Authorization = new("Bearer", Token(platform.Clock.GetUtcNow(), OurKey, SecurityAlgorithms.EcdsaSha256));
        (await client.AskAsync(Me)).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static string Token(DateTimeOffset now, SecurityKey key, string algorithm, string? audience = null, string? issuer = null, string? type = null) =>
        new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? DevelopmentIssuer.Issuer,
            Audience = audience ?? DevelopmentIssuer.Audience,
            TokenType = type ?? "at+jwt",
            NotBefore = now.UtcDateTime,
            IssuedAt = now.UtcDateTime,
            Expires = now.AddHours(1).UtcDateTime,
            Subject = new ClaimsIdentity(SubjectClaims.Of(User)),
            SigningCredentials = new(key, algorithm),
        });

    private static ECDsaSecurityKey Foreign() => new(System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256));

    private static string Changed(string payload)
    {
        var claims = JsonNode.Parse(Base64UrlEncoder.Decode(payload))!;
        claims["territory"] = "dac-99";
        return Encode(claims);
    }

    private static string Encode(JsonNode node) => Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(node.ToJsonString()));
}
