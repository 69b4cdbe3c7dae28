using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Coordination.Api.Security.Identity;

/// <summary>
/// A provider's discovery document and keys. Read again every hour; while the provider is down those read last serve for 24 hours, then
/// nothing is trusted. An unknown key asks for them at most once in five minutes.
/// </summary>
public sealed class ProviderMetadata(IdentityProvider provider, TimeProvider clock, Func<CancellationToken, Task<OpenIdConnectConfiguration>>? read = null)
    : IConfigurationManager<OpenIdConnectConfiguration>, IDisposable
{
    private static readonly TimeSpan ReadAgainAfter = TimeSpan.FromHours(1);
    private static readonly TimeSpan ServesFor = TimeSpan.FromHours(24);
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMinutes(5);
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(5) }) { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = 256 * 1024 };

    private readonly Func<CancellationToken, Task<OpenIdConnectConfiguration>> read = read ?? (cancellation => OpenIdConnectConfigurationRetriever.GetAsync(
        $"{provider.Issuer.TrimEnd('/')}/.well-known/openid-configuration",
        new HttpDocumentRetriever(Http) { RequireHttps = provider.Issuer.StartsWith("https:", StringComparison.Ordinal) }, cancellation));

    private readonly SemaphoreSlim one = new(1);
    private (OpenIdConnectConfiguration Document, DateTimeOffset At)? known;
    private DateTimeOffset? asked;
    private bool stale;

    /// <summary>The provider.</summary>
    public IdentityProvider Provider => provider;

    /// <inheritdoc />
    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (known is { } fresh && !stale && now - fresh.At < ReadAgainAfter) return fresh.Document;
        await one.WaitAsync(cancel);
        try
        {
            if (known is { } other && !stale && now - other.At < ReadAgainAfter) return other.Document;
            // After a failure the next try waits too, or every request would wait for a provider that is down.
            var mayAsk = asked is not { } last || now - last >= AskAgainAfter || (known is null && now - last >= TimeSpan.FromSeconds(5));
            if (mayAsk)
            {
                (asked, stale) = (now, false);
                try
                {
                    var document = await read(cancel);
                    if (document.Issuer != provider.Issuer) throw new InvalidOperationException($"the discovery document of {provider.Name} names another issuer");
                    known = (document, now);
                }
                catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
                {
                    if (known is null) throw new ProviderDownException(provider.Name, e);
                }
            }

            return known is { } kept && now - kept.At < ServesFor ? kept.Document : throw new ProviderDownException(provider.Name, null);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>A key is unknown: the keys are read again at the next need, unless that was asked for within five minutes.</summary>
    public void RequestRefresh() => stale = asked is not { } last || clock.GetUtcNow() - last >= AskAgainAfter;

    /// <inheritdoc />
    public void Dispose() => one.Dispose();
}

/// <summary>The provider cannot be reached, and what is known of it is too old to be trusted.</summary>
public sealed class ProviderDownException(string provider, Exception? inner) : Exception($"identity provider {provider} cannot be reached", inner);
