using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Coordination.Tests.Harness;

/// <summary>An issuer of this process: a key, published over HTTP as a provider does. It says who somebody is, the platform what he may do.</summary>
public sealed class TestIssuer
{
    private static readonly Lazy<Task<TestIssuer>> Only = new(StartAsync);
    private readonly ECDsaSecurityKey key = NewKey();

    private TestIssuer(string address) => Issuer = address;

    /// <summary>The issuer's address.</summary>
    public string Issuer { get; }

    /// <summary>The one of this process.</summary>
    public static Task<TestIssuer> GetAsync() => Only.Value;

    /// <summary>Its key, to sign a token that is wrong in one thing only.</summary>
    public SecurityKey Key => key;

    /// <summary>An access token of an identifier, valid 12 hours.</summary>
    public string CreateToken(string identifier, DateTimeOffset now) => CreateToken(identifier, now, key, SecurityAlgorithms.EcdsaSha256);

    /// <summary>An access token with something of its own.</summary>
    public string CreateToken(
        string identifier, DateTimeOffset now, SecurityKey with, string algorithm, string? audience = null, string? issuer = null, string? type = null,
        DateTimeOffset? notBefore = null, DateTimeOffset? issued = null, Dictionary<string, object>? header = null) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Issuer,
            Audience = audience ?? Api.Security.TokenSetup.Audience,
            TokenType = type ?? "at+jwt",
            IssuedAt = (issued ?? now).UtcDateTime,
            NotBefore = (notBefore ?? now).UtcDateTime,
            Expires = now.AddHours(12).UtcDateTime,
            Claims = new Dictionary<string, object> { ["sub"] = identifier, ["preferred_username"] = identifier },
            AdditionalHeaderClaims = header,
            SigningCredentials = new(with, algorithm),
        });

    private static ECDsaSecurityKey NewKey() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = Guid.NewGuid().ToString("N") };

    private static async Task<TestIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        TestIssuer? issuer = null;
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = issuer!.Issuer, jwks_uri = $"{issuer.Issuer}/jwks", authorization_endpoint = $"{issuer.Issuer}/auth", token_endpoint = $"{issuer.Issuer}/token",
        }));
        app.MapGet("/jwks", () =>
        {
            var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(issuer!.key);
            return Results.Json(new { keys = new[] { new { kty = jwk.Kty, crv = jwk.Crv, x = jwk.X, y = jwk.Y, kid = jwk.Kid, use = "sig", alg = "ES256" } } });
        });
        await app.StartAsync();
        return issuer = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }
}
