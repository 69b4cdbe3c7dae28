using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Coordination.Api.Security.Identity;

/// <summary>What came of a sign-in at a provider.</summary>
/// <param name="Subject">The provider's <c>sub</c>.</param>
/// <param name="Session">The provider's <c>sid</c>.</param>
public sealed record SignedIn(ExternalIdentity Identity, string Subject, string? Session);

/// <summary>Something that a provider answered does not hold.</summary>
/// <param name="what">What, in words for the operator; no content of a token.</param>
public sealed class SignInRefusedException(string what) : Exception(what);

/// <summary>Exchanges a code for who signed in: token endpoint, identity token, userinfo. The tokens are then forgotten.</summary>
public sealed class CodeExchange(TimeProvider clock)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(5) }) { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = 256 * 1024 };

    /// <summary>Who signed in.</summary>
    /// <exception cref="ProviderDownException">The provider did not answer.</exception>
    /// <exception cref="SignInRefusedException">Something that it answered does not hold.</exception>
    public async Task<SignedIn> ExchangeAsync(ProviderMetadata metadata, SignInAttempt attempt, string code, string redirect, CancellationToken cancellation)
    {
        var provider = metadata.Provider;
        try
        {
            var configuration = await metadata.GetConfigurationAsync(cancellation);
            using var request = new HttpRequestMessage(HttpMethod.Post, configuration.TokenEndpoint)
            {
                Content = new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = redirect, ["code_verifier"] = attempt.Verifier,
                }),
            };
            request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(
                $"{Uri.EscapeDataString(provider.ClientId)}:{Uri.EscapeDataString(provider.ClientSecret)}")));
            if (await ReadAsync(request, cancellation) is not { } tokens) throw new SignInRefusedException("the code was refused");
            if (Text(tokens, "id_token") is not { } identityToken || Text(tokens, "access_token") is not { } access) throw new SignInRefusedException("a token is missing");
            if (await ProviderTokens.ValidateAsync(metadata, identityToken, needsExpiry: true, clock, cancellation) is not { } identity)
                throw new SignInRefusedException("the identity token does not hold");
            if (Text(identity, "nonce") != attempt.Nonce) throw new SignInRefusedException("the nonce is another");
            if (!ProviderTokens.IsHashOf(identity, access)) throw new SignInRefusedException("the access token is another");
            if (Text(identity, "sub") is not { } subject) throw new SignInRefusedException("the identity token names nobody");
            using var ask = new HttpRequestMessage(HttpMethod.Get, configuration.UserInfoEndpoint);
            ask.Headers.Authorization = new AuthenticationHeaderValue("Bearer", access);
            if (await UserInfoAsync(metadata, ask, cancellation) is not { } claims) throw new SignInRefusedException("userinfo does not hold");
            if (Text(claims, "sub") != subject) throw new SignInRefusedException("userinfo is of somebody else");
            return new(ExternalIdentity.Read(provider, claims) ?? throw new SignInRefusedException("userinfo names nobody"), subject, Text(identity, "sid"));
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            throw new ProviderDownException(provider.Name, e);
        }
        catch (JsonException)
        {
            throw new SignInRefusedException("an answer is no JSON");
        }
    }

    // Userinfo comes as JSON, or signed.
    private async Task<JsonElement?> UserInfoAsync(ProviderMetadata metadata, HttpRequestMessage request, CancellationToken cancellation)
    {
        using var response = await Http.SendAsync(request, cancellation);
        if (!response.IsSuccessStatusCode) return null;
        var body = await response.Content.ReadAsStringAsync(cancellation);
        return response.Content.Headers.ContentType?.MediaType == "application/jwt"
            ? await ProviderTokens.ValidateAsync(metadata, body, needsExpiry: false, clock, cancellation)
            : JsonDocument.Parse(body).RootElement.Clone();
    }

    private static async Task<JsonElement?> ReadAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var response = await Http.SendAsync(request, cancellation);
        if ((int)response.StatusCode >= 500) throw new HttpRequestException("token endpoint", null, response.StatusCode);
        return response.IsSuccessStatusCode ? JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellation)).RootElement.Clone() : null;
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
