using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Coordination.Api.Security.Identity;

/// <summary>Checks of the tokens that a provider signs, other than access tokens: identity, logout, signed userinfo.</summary>
public static class ProviderTokens
{
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256];

    /// <summary>The algorithms that a provider may sign with; none is symmetric.</summary>
    public static IReadOnlyList<string> AllowedAlgorithms => Algorithms;

    /// <summary>Whether a token's times hold, a minute either way.</summary>
    public static bool IsAlive(DateTime? from, DateTime? until, DateTime now, TimeSpan skew) =>
        until is { } end && now <= end + skew && (from is null || now >= from - skew);

    /// <summary>The claims of a token signed for our client; null when anything about it is wrong. An unknown key asks for the keys once more.</summary>
    public static async Task<JsonElement?> ValidateAsync(ProviderMetadata metadata, string token, bool needsExpiry, TimeProvider clock, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var configuration = await metadata.GetConfigurationAsync(cancellation);
            var result = await new JsonWebTokenHandler { MaximumTokenSizeInBytes = 64 * 1024 }.ValidateTokenAsync(token, new TokenValidationParameters
            {
                ValidIssuer = metadata.Provider.Issuer,
                ValidAudience = metadata.Provider.ClientId,
                ValidAlgorithms = Algorithms,
                IssuerSigningKeys = configuration.SigningKeys,
                RequireSignedTokens = true,
                RequireExpirationTime = needsExpiry,
                LifetimeValidator = (from, until, _, _) => (!needsExpiry && until is null) || IsAlive(from, until, clock.GetUtcNow().UtcDateTime, TimeSpan.FromMinutes(1)),
            });
            if (result.IsValid) return JsonDocument.Parse(Base64UrlEncoder.Decode(((JsonWebToken)result.SecurityToken).EncodedPayload)).RootElement.Clone();
            if (attempt > 1 || result.Exception is not SecurityTokenSignatureKeyNotFoundException) return null;
            metadata.RequestRefresh();
        }
    }

    /// <summary>Whether <c>at_hash</c> is that of an access token (OpenID Connect Core 3.1.3.6); an absent one is not asked for in the code flow.</summary>
    public static bool IsHashOf(JsonElement identity, string accessToken) => !identity.TryGetProperty("at_hash", out var hash)
        || (hash.ValueKind is JsonValueKind.String && hash.GetString() == Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(accessToken)).AsSpan(0, 16).ToArray()));

    /// <summary>The claims of a validated principal as JSON, as <see cref="ExternalIdentity"/> reads them.</summary>
    public static JsonElement AsJson(ClaimsPrincipal principal) => JsonSerializer.SerializeToElement(principal.Claims
        .GroupBy(c => c.Type, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Value, StringComparer.Ordinal));
}
