using Microsoft.IdentityModel.JsonWebTokens;

namespace Coordination.Api.Security.Identity;

/// <summary>The providers of this installation.</summary>
public sealed class IdentityProviders(IReadOnlyList<IdentityProvider> providers, TimeProvider clock) : IDisposable
{
    private const int LongestToken = 32 * 1024;
    private readonly IReadOnlyList<ProviderMetadata> all = [.. providers.Select(p => new ProviderMetadata(p, clock))];

    /// <summary>All of them, in the order of the configuration.</summary>
    public IReadOnlyList<ProviderMetadata> All => all;

    /// <summary>The provider of a name.</summary>
    public ProviderMetadata? Find(string? name) => all.FirstOrDefault(p => p.Provider.Name == name);

    /// <summary>The provider that a token says it is from; the token is not trusted yet. Null for text that is no token, or a huge one.</summary>
    public ProviderMetadata? OfToken(string token)
    {
        if (token.Length > LongestToken) return null;
        try
        {
            var issuer = new JsonWebToken(token).Issuer;
            return all.FirstOrDefault(p => p.Provider.Issuer == issuer);
        }
        catch (Exception e) when (e is ArgumentException or Microsoft.IdentityModel.Tokens.SecurityTokenException)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var metadata in all) metadata.Dispose();
    }
}
