using System.Security.Cryptography;
using Coordination.Api.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Coordination.Api.Security.Development;

/// <summary>
/// Signs access tokens of demo users with a key of the data folder, published as a JWKS by the API itself: a real provider changes
/// only the issuer. It exists in Development only; elsewhere its issuer is unknown and its tokens are refused.
/// </summary>
public sealed class DevelopmentIssuer(SecretFolder secrets)
{
    /// <summary>The <c>iss</c> of development tokens.</summary>
    public const string Issuer = "urn:coordination:development";

    /// <summary>The <c>aud</c> of every access token of the API.</summary>
    public const string Audience = "coordination-api";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly Lazy<ECDsaSecurityKey> key = new(() => Load(secrets));

    /// <summary>A token (<c>typ: at+jwt</c>) of a subject, valid 12 hours from <paramref name="now"/>.</summary>
    public string CreateToken(Subject subject, DateTimeOffset now) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = Audience,
        TokenType = "at+jwt",
        IssuedAt = now.UtcDateTime,
        NotBefore = now.UtcDateTime,
        Expires = now.Add(Lifetime).UtcDateTime,
        Subject = new(SubjectClaims.Of(subject)),
        SigningCredentials = new(key.Value, SecurityAlgorithms.EcdsaSha256),
    });

    /// <summary>The public key, as the discovery document's <c>jwks_uri</c> serves it.</summary>
    public object Jwks()
    {
        var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(key.Value);
        return new { keys = new[] { new { kty = jwk.Kty, crv = jwk.Crv, x = jwk.X, y = jwk.Y, kid = jwk.Kid, use = "sig", alg = "ES256" } } };
    }

    private static ECDsaSecurityKey Load(SecretFolder secrets)
    {
        var pkcs8 = secrets.GetOrCreate("development-token-key", () =>
        {
            using var created = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            return created.ExportPkcs8PrivateKey();
        });
        var ecdsa = ECDsa.Create();
        ecdsa.ImportPkcs8PrivateKey(pkcs8, out _);
        var publicPart = ecdsa.ExportSubjectPublicKeyInfo();
        return new ECDsaSecurityKey(ecdsa) { KeyId = Convert.ToHexStringLower(SHA256.HashData(publicPart).AsSpan(0, 8)) };
    }
}
