using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Coordination.Api.Security;
using Coordination.Api.Security.Development;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Microsoft.IdentityModel.Tokens;

namespace Coordination.Tests.Security;

/// <summary>Access tokens that are not what they seem (RELIABILITY A-01 to A-10).</summary>
public sealed class TokenSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string Me = "{ me { role } }";

    private static readonly Subject User = DemoUsers.All["coordinator"];

    private string Good => platform.Token(User);

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
    [InlineData("padded")]
    [InlineData("huge")]
    [InlineData("HS256")]
    [InlineData("HS256 with the public key")]
    [InlineData("foreign key")]
    [InlineData("foreign key under a known kid")]
    [InlineData("kid of a path")]
    [InlineData("kid of SQL")]
    [InlineData("key in its header")]
    [InlineData("audience")]
    [InlineData("issuer")]
    [InlineData("issuer with a slash")]
    [InlineData("type")]
    [InlineData("expired")]
    [InlineData("not yet")]
    [InlineData("issued tomorrow")]
    public async Task Given_a_bad_token_Then_it_is_401_without_a_body(string fault)
    {
        using var client = platform.Client(null);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {await BadAsync(fault)}");
        using var response = await client.PostAsync("/graphql", System.Net.Http.Json.JsonContent.Create(new { query = Me }));
        // What is longer than a header may be does not reach the check.
        response.StatusCode.ShouldBe(fault == "huge" ? HttpStatusCode.RequestHeaderFieldsTooLarge : HttpStatusCode.Unauthorized, fault);
        (await response.Content.ReadAsStringAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Basic YTpi")]
    [InlineData("two headers")]
    public async Task Given_an_authorization_that_is_no_single_bearer_Then_401(string header)
    {
        using var client = platform.Client(null);
        if (header == "two headers")
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", [$"Bearer {Good}", $"Bearer {Good}"]);
        else
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
        (await client.AskAsync(Me)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Given_a_good_token_of_somebody_without_a_habilitation_Then_403_tells_so()
    {
        var issuer = await TestIssuer.GetAsync();
        using var client = platform.Client(null);
        client.DefaultRequestHeaders.Authorization = new("Bearer", issuer.CreateToken("nobody-here", platform.Clock.GetUtcNow()));
        var answer = await client.AskAsync(Me);
        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        answer.Code.ShouldBe("NO_ACTIVITY");
    }

    [Fact]
    public async Task Given_two_activities_When_none_is_named_Then_403_And_each_when_named_is_the_one_acted_in()
    {
        var issuer = await TestIssuer.GetAsync();
        var identifier = $"two-{Guid.NewGuid():N}";
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        var granted = new Domain.Directory.HabilitationGranted($"test:{identifier}", "Alix Essai", null, Domain.Directory.Role.Nurse, "Cabinet A", new("dac-47"), null, null,
            new(Guid.NewGuid()), platform.Clock.GetUtcNow().AddDays(-1), null);
        await platform.GrantAsync(first, granted);
        await platform.GrantAsync(second, granted with { Organization = "Cabinet B" });
        using var client = platform.Client(null);
        client.DefaultRequestHeaders.Authorization = new("Bearer", issuer.CreateToken(identifier, platform.Clock.GetUtcNow()));
        (await client.AskAsync(Me)).Code.ShouldBe("ACTIVITY_REQUIRED");
        client.DefaultRequestHeaders.Add(SubjectMiddleware.ActivityHeader, second.ToString());
        ((string)(await client.AskAsync("{ me { organization { name } } }")).Data!["me"]!["organization"]!["name"]!).ShouldBe("Cabinet B");
        client.DefaultRequestHeaders.Remove(SubjectMiddleware.ActivityHeader);
        client.DefaultRequestHeaders.Add(SubjectMiddleware.ActivityHeader, Guid.NewGuid().ToString());
        (await client.AskAsync(Me)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<string> BadAsync(string fault)
    {
        var issuer = await TestIssuer.GetAsync();
        var identifier = platform.Habilitate(User);
        var parts = Good.Split('.');
        var now = platform.Clock.GetUtcNow();
        string Signed(SecurityKey key, string algorithm, Dictionary<string, object>? header = null) => issuer.CreateToken(identifier, now, key, algorithm, header: header);
        string Es256(string? audience = null, string? by = null, string? type = null, DateTimeOffset? notBefore = null, DateTimeOffset? issued = null) =>
            issuer.CreateToken(identifier, now, issuer.Key, SecurityAlgorithms.EcdsaSha256, audience, by, type, notBefore, issued);
        return fault switch
        {
            "garbage" => "garbage",
            "none" => $"{Encode(new JsonObject { ["alg"] = "none", ["typ"] = "at+jwt" })}.{parts[1]}.",
            "stripped" => $"{parts[0]}.{parts[1]}.",
            "changed" => $"{parts[0]}.{Changed(parts[1])}.{parts[2]}",
            "padded" => $"{parts[0]}=.{parts[1]}=.{parts[2]}==",
            "huge" => $"{parts[0]}.{new string('a', 1024 * 1024)}.{parts[2]}",
            "HS256" => Signed(new SymmetricSecurityKey(new byte[32]), SecurityAlgorithms.HmacSha256),
            "HS256 with the public key" => Signed(new SymmetricSecurityKey(((ECDsaSecurityKey)issuer.Key).ECDsa.ExportSubjectPublicKeyInfo()) { KeyId = issuer.Key.KeyId }, SecurityAlgorithms.HmacSha256),
            "foreign key" => Signed(Foreign("unknown"), SecurityAlgorithms.EcdsaSha256),
            "foreign key under a known kid" => Signed(Foreign(issuer.Key.KeyId), SecurityAlgorithms.EcdsaSha256),
            "kid of a path" => Signed(Foreign("../../dev/null"), SecurityAlgorithms.EcdsaSha256),
            "kid of SQL" => Signed(Foreign("' or 1=1 --"), SecurityAlgorithms.EcdsaSha256),
            "key in its header" => Signed(Foreign("mine"), SecurityAlgorithms.EcdsaSha256, new() { ["jku"] = "https://example.org/jwks", ["jwk"] = new Dictionary<string, object> { ["kty"] = "EC" } }),
            "audience" => Es256(audience: "another-api"),
            "issuer" => Es256(by: "urn:another"),
            "issuer with a slash" => Es256(by: $"{issuer.Issuer}/"),
            "type" => Es256(type: "JWT"),
            "not yet" => Es256(notBefore: now.AddHours(1)),
            "issued tomorrow" => Es256(issued: now.AddDays(1), notBefore: now),
            "expired" => issuer.CreateToken(identifier, now.AddHours(-13)),
            _ => throw new ArgumentOutOfRangeException(nameof(fault)),
        };
    }

    private static ECDsaSecurityKey Foreign(string kid) =>
        new(System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256)) { KeyId = kid };

    private static string Changed(string payload)
    {
        var claims = JsonNode.Parse(Base64UrlEncoder.Decode(payload))!;
        claims["preferred_username"] = "another";
        return Encode(claims);
    }

    private static string Encode(JsonNode node) => Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(node.ToJsonString()));
}
