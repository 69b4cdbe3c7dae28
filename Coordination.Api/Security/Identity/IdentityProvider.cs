namespace Coordination.Api.Security.Identity;

/// <summary>How a provider words its claims.</summary>
public enum ClaimConvention
{
    /// <summary>Pro Santé Connect: <c>SubjectNameID</c>, <c>SubjectRefPro</c> (INTEROP §7.1).</summary>
    ProSanteConnect,

    /// <summary>Keycloak and its like: <c>preferred_username</c>.</summary>
    Keycloak,
}

/// <summary>An OpenID Connect provider that this installation trusts to say who somebody is.</summary>
/// <param name="Name">Short name: the first part of each identity key it vouches for, and the path of sign-in.</param>
/// <param name="Issuer">Its issuer, under which the discovery document lies.</param>
/// <param name="ClientId">Our client there.</param>
/// <param name="ClientSecret">Its secret (client_secret_basic).</param>
/// <param name="AcrValues">Level asked for; PSC: <c>eidas1</c>.</param>
public sealed record IdentityProvider(
    string Name, ClaimConvention Convention, string Issuer, string ClientId, string ClientSecret, string Scope, string? AcrValues)
{
    /// <summary>Reads <c>COORDINATION_OIDC__n__*</c>; throws when one is not whole or not over TLS.</summary>
    /// <param name="development">A provider of this machine may do without TLS.</param>
    public static IReadOnlyList<IdentityProvider> Read(IConfiguration configuration, bool development)
    {
        var providers = configuration.GetSection("COORDINATION_OIDC").GetChildren().Select(section =>
        {
            string Need(string key) => section[key] is { Length: > 0 } value ? value : throw new InvalidOperationException($"COORDINATION_OIDC__{section.Key}__{key} is not set");
            if (!Enum.TryParse<ClaimConvention>(Need("CONVENTION"), ignoreCase: true, out var convention))
                throw new InvalidOperationException($"COORDINATION_OIDC__{section.Key}__CONVENTION is neither ProSanteConnect nor Keycloak");
            if (!Uri.TryCreate(Need("ISSUER"), UriKind.Absolute, out var issuer) || !(issuer.Scheme == Uri.UriSchemeHttps || (development && issuer.IsLoopback)))
                throw new InvalidOperationException($"COORDINATION_OIDC__{section.Key}__ISSUER is not an https address");
            var psc = convention is ClaimConvention.ProSanteConnect;
            return new IdentityProvider(
                Need("NAME"), convention, Need("ISSUER"), Need("CLIENT_ID"), Need("CLIENT_SECRET"),
                section["SCOPE"] ?? (psc ? "openid scope_all" : "openid profile"), section["ACR_VALUES"] ?? (psc ? "eidas1" : null));
        }).ToList();
        if (providers.Select(p => p.Name).Distinct(StringComparer.Ordinal).Count() != providers.Count || providers.Select(p => p.Issuer).Distinct(StringComparer.Ordinal).Count() != providers.Count)
            throw new InvalidOperationException("COORDINATION_OIDC names a provider or an issuer twice");
        return providers;
    }

    /// <summary>Never the secret: it must not reach a log.</summary>
    public override string ToString() => Name;
}
