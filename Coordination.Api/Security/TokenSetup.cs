using Coordination.Api.Security.Identity;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Tokens;

namespace Coordination.Api.Security;

/// <summary>
/// Access tokens of the API: <c>typ: at+jwt</c>, RS256, PS256 or ES256 only, issuer, audience and times checked, keys from the issuer's own
/// document alone. One scheme per provider; without a provider every token is refused.
/// </summary>
public static class TokenSetup
{
    /// <summary>The <c>aud</c> of every access token of the API.</summary>
    public const string Audience = "coordination-api";

    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    /// <summary>The scheme of a provider.</summary>
    public static string SchemeOf(IdentityProvider provider) => $"token:{provider.Name}";

    /// <summary>Adds the validation.</summary>
    public static void AddTokens(this IServiceCollection services, IReadOnlyList<IdentityProvider> providers)
    {
        // Nothing is protected with ASP.NET's keys (sessions live in the database): none is written to a home folder.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddSingleton(s => new IdentityProviders(providers, s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SignInAttempts>().AddSingleton<CodeExchange>();
        var authentication = services.AddAuthentication();
        foreach (var provider in providers)
        {
            authentication.AddJwtBearer(SchemeOf(provider), _ => { });
            services.AddOptions<JwtBearerOptions>(SchemeOf(provider)).Configure<IdentityProviders, TimeProvider>((options, known, clock) =>
            {
                options.MapInboundClaims = false;
                options.IncludeErrorDetails = false;
                options.RefreshOnIssuerKeyNotFound = true;
                options.TokenValidationParameters = new TokenValidationParameters
                {
                    ValidIssuer = provider.Issuer,
                    ValidAudience = Audience,
                    ValidTypes = ["at+jwt", "application/at+jwt"],
                    ValidAlgorithms = ProviderTokens.AllowedAlgorithms,
                    RequireExpirationTime = true,
                    RequireSignedTokens = true,
                    ClockSkew = Skew,
                    LifetimeValidator = (from, until, token, _) => ProviderTokens.IsAlive(from, until, clock.GetUtcNow().UtcDateTime, Skew)
                        && token is Microsoft.IdentityModel.JsonWebTokens.JsonWebToken { IssuedAt: var at } && at <= clock.GetUtcNow().UtcDateTime + Skew,
                };
                options.ConfigurationManager = known.Find(provider.Name);
            });
        }
    }
}
