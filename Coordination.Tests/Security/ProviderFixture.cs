using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Coordination.Api.Security;
using Coordination.Domain.Directory;
using Coordination.Tests.Architecture;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Platform.EventStore;

namespace Coordination.Tests.Security;

/// <summary>The platform with the demo's real identity providers (ops/idp) in a process of their own.</summary>
public sealed class ProviderFixture : PlatformFixture
{
    /// <summary>What the providers and the API share.</summary>
    public const string Secret = "a-secret-of-this-test-run";

    private Process? provider;
    private int port;

    /// <summary>Where the providers answer.</summary>
    public Uri ProviderAddress { get; private set; } = null!;

    /// <inheritdoc />
    protected override string[] Providers =>
        [.. Provider(0, "psc", "ProSanteConnect", $"{ProviderAddress}psc", Secret), .. Provider(1, "structure", "Keycloak", $"{ProviderAddress}structure", Secret), .. base.Providers.Select(p => p.Replace("OIDC:0", "OIDC:2", StringComparison.Ordinal))];

    /// <inheritdoc />
    protected override int HttpPort => port;

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        port = FreePort();
        var folder = Path.Combine(SourceTree.Root, "ops", "idp");
        var start = new ProcessStartInfo("node", [Path.Combine(folder, "server.mjs"), "--port", "0", "--portal", $"http://127.0.0.1:{port}"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["COORDINATION_IDP_SECRET"] = Secret;
        provider = Process.Start(start)!;
        provider.ErrorDataReceived += (_, _) => { };
        provider.BeginErrorReadLine();
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        string? line;
        do line = await provider.StandardOutput.ReadLineAsync(bound.Token) ?? throw new InvalidOperationException($"the identity providers did not start: run npm ci in {folder}");
        while (!line.StartsWith("Ready: ", StringComparison.Ordinal));
        ProviderAddress = new($"{line["Ready: ".Length..]}/");
        Synchronise();
        await base.InitializeAsync();
    }

    /// <inheritdoc />
    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        provider?.Kill();
        provider?.Dispose();
    }

    /// <summary>Sets the clock to the machine's time, with which the providers sign.</summary>
    public void Synchronise() => Clock.Advance(DateTimeOffset.UtcNow - Clock.GetUtcNow());

    /// <summary>Gives a user of a provider a habilitation; what it needs besides follows from the role.</summary>
    public async Task<Guid> GrantAsync(string name, string user, Role role, string displayName, string organization = "Essai")
    {
        var id = Guid.NewGuid();
        var analyst = role is Role.Analyst;
        await GrantAsync(id, new($"{name}:{user}", displayName, null, role, organization, analyst ? null : new("dac-47"), null, analyst ? "cpts-essai" : null,
            new(Guid.NewGuid()), Clock.GetUtcNow().AddDays(-1), null));
        return id;
    }

    /// <summary>Ends one.</summary>
    public async Task EndAsync(Guid id)
    {
        await using var session = Get<DocumentStore>().LightweightSession(new global::Platform.EventStore.SessionOptions("dac-47"));
        session.Events.Append(id, new HabilitationEnded("essai"));
        await session.SaveChangesAsync();
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>A browser as far as sign-in needs one: cookies by host and redirects that are looked at.</summary>
public sealed class SignInBrowser : IDisposable
{
    private readonly Dictionary<string, Dictionary<string, string>> cookies = [];
    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly Uri portal;

    /// <summary>A browser that nobody used.</summary>
    public SignInBrowser(Uri portal) => this.portal = portal;

    /// <summary>Every cookie that the portal set.</summary>
    public List<string> SetCookies { get; } = [];

    /// <inheritdoc />
    public void Dispose() => http.Dispose();

    /// <summary>Signs in as a demo user and gives the page that sign-in led to.</summary>
    public async Task<string> SignInAsync(string provider, string user, string path)
    {
        var response = await GetAsync(await WayBackAsync(provider, user, path));
        return response.Headers.Location!.OriginalString;
    }

    /// <summary>Goes to the provider and signs in there: the address that it sends the browser back to.</summary>
    public async Task<Uri> WayBackAsync(string provider, string user, string path = "/")
    {
        var address = new Uri(portal, $"/session/login?provider={provider}&hint={user}&return={Uri.EscapeDataString(path)}");
        for (var step = 0; step < 10; step++)
        {
            var response = await GetAsync(address);
            var next = new Uri(address, response.Headers.Location ?? throw new InvalidOperationException($"no way on from {address.AbsolutePath}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}"));
            if (next.AbsolutePath == Api.Security.Identity.SignInEndpoints.CallbackPath) return next;
            address = next;
        }

        throw new InvalidOperationException("sign-in goes round in circles");
    }

    /// <summary>Ends the provider's own session, as somebody does who leaves it.</summary>
    public async Task LeaveProviderAsync(Uri providers, string name)
    {
        var page = await (await GetAsync(new(providers, $"{name}/session/end"))).Content.ReadAsStringAsync();
        var xsrf = System.Text.RegularExpressions.Regex.Match(page, "name=\"xsrf\" value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["xsrf"] = xsrf, ["logout"] = "yes" });
        var left = await SendAsync(new(HttpMethod.Post, new Uri(providers, $"{name}/session/end/confirm")) { Content = form });
        ((int)left.StatusCode).ShouldBeInRange(200, 399, await left.Content.ReadAsStringAsync());
    }

    /// <summary>What the portal knows of this browser.</summary>
    public async Task<JsonNode> SessionAsync() => JsonNode.Parse(await (await GetAsync(new(portal, "/session"))).Content.ReadAsStringAsync())!;

    /// <summary>Asks the API with the session alone.</summary>
    internal async Task<Answer> AskAsync(string query, bool script = true)
    {
        var response = await SendAsync(Scripted(new(HttpMethod.Post, new Uri(portal, "/graphql")) { Content = JsonContent.Create(new { query }) }, script));
        return new(response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Posts to the portal.</summary>
    public async Task<HttpStatusCode> PostAsync(string path, object body, bool script = true) =>
        (await SendAsync(Scripted(new(HttpMethod.Post, new Uri(portal, path)) { Content = JsonContent.Create(body) }, script))).StatusCode;

    /// <summary>Opens an address.</summary>
    public Task<HttpResponseMessage> GetAsync(Uri address) => SendAsync(new(HttpMethod.Get, address));

    private static HttpRequestMessage Scripted(HttpRequestMessage request, bool script)
    {
        if (script) request.Headers.Add(SessionEndpoints.ScriptHeader, "1");
        return request;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        var host = request.RequestUri!.Authority;
        if (cookies.TryGetValue(host, out var jar) && jar.Count > 0) request.Headers.Add("Cookie", string.Join("; ", jar.Select(c => $"{c.Key}={c.Value}")));
        var response = await http.SendAsync(request);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            if (host == portal.Authority) SetCookies.Add(cookie);
            var pair = cookie.Split(';')[0].Split('=', 2);
            jar = cookies.TryGetValue(host, out var known) ? known : cookies[host] = [];
            if (pair[1].Length == 0) jar.Remove(pair[0]);
            else jar[pair[0]] = pair[1];
        }

        return response;
    }
}
