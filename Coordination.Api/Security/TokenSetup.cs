using Coordination.Api.Hosting;
using Coordination.Api.Security.Development;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Coordination.Api.Security;

/// <summary>
/// Access tokens of the API: <c>typ: at+jwt</c>, ES256 or RS256 only, issuer, audience and times checked. In Development the issuer is
/// the local one; elsewhere it is the one configured, and without one every token is refused.
/// </summary>
public static class TokenSetup
{
    /// <summary>Adds the validation.</summary>
    public static void AddTokens(this IServiceCollection services, CoordinationSettings settings)
    {
        if (settings.Development) services.AddSingleton<DevelopmentIssuer>();
        // Nothing is protected with ASP.NET's keys (sessions live in the database): none is written to a home folder.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<IServiceProvider, TimeProvider>((options, provider, clock) =>
        {
            options.MapInboundClaims = false;
            options.IncludeErrorDetails = false;
            options.TokenValidationParameters = new TokenValidationParameters
            {
                ValidIssuer = settings.Development ? DevelopmentIssuer.Issuer : settings.TokenIssuer ?? "urn:coordination:none",
                ValidAudience = DevelopmentIssuer.Audience,
                ValidTypes = ["at+jwt"],
                ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha256],
                RequireExpirationTime = true,
                RequireSignedTokens = true,
                ClockSkew = TimeSpan.FromSeconds(60),
                LifetimeValidator = (from, until, _, parameters) => IsAlive(from, until, clock.GetUtcNow().UtcDateTime, parameters.ClockSkew),
            };
            options.ConfigurationManager = settings.Development
                ? new StaticConfigurationManager<OpenIdConnectConfiguration>(LocalConfiguration(provider.GetRequiredService<DevelopmentIssuer>()))
                : settings.TokenIssuer is { } issuer ? RemoteConfiguration(issuer) : null;
        });
    }

    /// <summary>Publishes the development key as a provider would.</summary>
    public static void MapDevelopmentIssuer(this WebApplication app) =>
        app.MapGet("/development/jwks", (DevelopmentIssuer issuer) => Results.Json(issuer.Jwks()));

    private static bool IsAlive(DateTime? from, DateTime? until, DateTime now, TimeSpan skew) =>
        until is { } end && now <= end + skew && (from is null || now >= from - skew);

    private static OpenIdConnectConfiguration LocalConfiguration(DevelopmentIssuer issuer)
    {
        var configuration = new OpenIdConnectConfiguration { Issuer = DevelopmentIssuer.Issuer };
        foreach (var key in JsonWebKeySet.Create(System.Text.Json.JsonSerializer.Serialize(issuer.Jwks())).GetSigningKeys()) configuration.SigningKeys.Add(key);
        return configuration;
    }

    private static ConfigurationManager<OpenIdConnectConfiguration> RemoteConfiguration(string issuer) => new(
        $"{issuer.TrimEnd('/')}/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever { RequireHttps = true });
}
