using System.Net;
using Coordination.Domain.Directory;

namespace Coordination.Tests.Security;

/// <summary>Sign-in at a real provider with the conventions of Pro Santé Connect, another with those of Keycloak: code, PKCE, state, nonce, logout.</summary>
public sealed class SignInSpecs : IClassFixture<ProviderFixture>
{
    private readonly ProviderFixture platform;

    private const string Me = "{ me { displayName role organization { name } } }";

    public SignInSpecs(ProviderFixture platform)
    {
        this.platform = platform;
        // A test before may have moved it.
        platform.Synchronise();
    }

    [Theory]
    [InlineData("psc", "gp", "Hélène Castaing", "GP")]
    [InlineData("structure", "coordinator", "Claire Demoncourt", "COORDINATOR")]
    public async Task Given_a_habilitation_When_somebody_signs_in_Then_she_acts_in_it_and_comes_back_where_she_wanted(string provider, string user, string name, string role)
    {
        await platform.GrantAsync(provider, $"demo-{user}", Enum.Parse<Role>(role, ignoreCase: true), name);
        using var browser = new SignInBrowser(platform.Address);
        (await browser.SignInAsync(provider, user, "/alerts?vue=1")).ShouldBe("/alerts?vue=1");
        var me = (await browser.AskAsync(Me)).Data!["me"]!;
        ((string)me["displayName"]!).ShouldBe(name);
        ((string)me["role"]!).ShouldBe(role);
        browser.SetCookies.ShouldAllBe(c => c.Contains("httponly", StringComparison.OrdinalIgnoreCase) && c.Contains("samesite=lax", StringComparison.OrdinalIgnoreCase));
        browser.SetCookies.ShouldNotContain(c => c.Contains("eyJ", StringComparison.Ordinal), "no token goes to the browser");
    }

    [Fact]
    public async Task Given_no_habilitation_When_somebody_signs_in_Then_she_is_identified_and_has_no_right()
    {
        using var browser = new SignInBrowser(platform.Address);
        await browser.SignInAsync("structure", "newcomer", "/");
        var session = await browser.SessionAsync();
        ((bool)session["authenticated"]!).ShouldBeFalse();
        ((string)session["identity"]!["displayName"]!).ShouldBe("Noé Sansdroit");
        session["activities"]!.AsArray().ShouldBeEmpty();
        var answer = await browser.AskAsync(Me);
        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        answer.Code.ShouldBe("NO_ACTIVITY");
    }

    [Fact]
    public async Task Given_two_activities_When_she_signs_in_Then_she_chooses_and_the_session_is_bound_to_it()
    {
        await platform.GrantAsync("psc", "demo-two-places", Role.Nurse, "Alix Deuxcabinets", "Cabinet A");
        var second = await platform.GrantAsync("psc", "demo-two-places", Role.Nurse, "Alix Deuxcabinets", "Service B");
        using var browser = new SignInBrowser(platform.Address);
        await browser.SignInAsync("psc", "two-places", "/");
        ((bool)(await browser.SessionAsync())["authenticated"]!).ShouldBeFalse();
        (await browser.AskAsync(Me)).Code.ShouldBe("ACTIVITY_REQUIRED");
        (await browser.PostAsync("/session/activity", new { activity = Guid.NewGuid() })).ShouldBe(HttpStatusCode.BadRequest);
        (await browser.PostAsync("/session/activity", new { activity = second })).ShouldBe(HttpStatusCode.NoContent);
        ((string)(await browser.AskAsync(Me)).Data!["me"]!["organization"]!["name"]!).ShouldBe("Service B");
    }

    [Fact]
    public async Task Given_a_session_When_its_habilitation_ends_Then_it_is_refused_within_a_minute()
    {
        var id = await platform.GrantAsync("structure", "demo-manager", Role.Manager, "Isabelle Fauché");
        using var browser = new SignInBrowser(platform.Address);
        await browser.SignInAsync("structure", "manager", "/");
        (await browser.AskAsync(Me)).Status.ShouldBe(HttpStatusCode.OK);
        await platform.EndAsync(id);
        platform.Clock.Advance(TimeSpan.FromSeconds(60));
        (await browser.AskAsync(Me)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("replayed")]
    [InlineData("no state")]
    [InlineData("foreign state")]
    [InlineData("no code")]
    [InlineData("foreign issuer")]
    [InlineData("another browser")]
    [InlineData("too late")]
    public async Task Given_a_way_back_that_does_not_hold_When_it_is_taken_Then_nobody_is_signed_in(string fault)
    {
        using var browser = new SignInBrowser(platform.Address);
        var back = await browser.WayBackAsync("structure", "coordinator");
        if (fault == "replayed") await browser.GetAsync(back);
        if (fault == "too late") platform.Clock.Advance(TimeSpan.FromMinutes(11));
        var query = System.Web.HttpUtility.ParseQueryString(back.Query);
        if (fault == "no state") query.Remove("state");
        if (fault == "foreign state") query["state"] = "x";
        if (fault == "no code") query.Remove("code");
        if (fault == "foreign issuer") query["iss"] = "http://127.0.0.1:1/structure";
        var address = new UriBuilder(back) { Query = query.ToString() }.Uri;
        using var other = new SignInBrowser(platform.Address);
        var used = fault is "another browser" or "replayed" ? other : browser;
        var response = await used.GetAsync(address);
        response.Headers.Location!.OriginalString.ShouldStartWith("/?signin=");
        (await used.AskAsync(Me)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("//example.org/x")]
    [InlineData("https://example.org/")]
    [InlineData("/\\example.org")]
    [InlineData("/session/logout")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/a\r\nSet-Cookie: x=1")]
    public void Given_an_address_elsewhere_When_asked_to_come_back_there_Then_the_portals_own_start(string path) =>
        Api.Security.Identity.SignInEndpoints.SafePath(path).ShouldBe("/");

    [Fact]
    public async Task Given_the_request_for_a_code_Then_it_has_pkce_state_nonce_and_no_secret()
    {
        using var browser = new SignInBrowser(platform.Address);
        var response = await browser.GetAsync(new(platform.Address, "/session/login?provider=psc"));
        var query = System.Web.HttpUtility.ParseQueryString(response.Headers.Location!.Query);
        query["code_challenge_method"].ShouldBe("S256");
        query["code_challenge"]!.Length.ShouldBe(43);
        query["acr_values"].ShouldBe("eidas1");
        query["state"]!.Length.ShouldBe(43);
        query["nonce"]!.Length.ShouldBe(43);
        response.Headers.Location.Query.ShouldNotContain(ProviderFixture.Secret);
    }

    [Fact]
    public async Task Given_a_provider_that_ends_a_session_When_it_says_so_Then_the_session_is_over_and_a_forged_word_ends_nothing()
    {
        await platform.GrantAsync("structure", "demo-admin", Role.Admin, "Paul Sarrazin");
        using var browser = new SignInBrowser(platform.Address);
        await browser.SignInAsync("structure", "admin", "/");
        using var forged = new FormUrlEncodedContent(new Dictionary<string, string> { ["logout_token"] = platform.Token(Api.Security.Development.DemoUsers.All["admin"]) });
        using var client = new HttpClient { BaseAddress = platform.Address };
        (await client.PostAsync("/session/backchannel-logout", forged)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.AskAsync(Me)).Status.ShouldBe(HttpStatusCode.OK);
        await browser.LeaveProviderAsync(platform.ProviderAddress, "structure");
        (await browser.AskAsync(Me)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Given_a_session_cookie_When_a_page_of_another_site_uses_it_Then_it_is_refused()
    {
        await platform.GrantAsync("structure", "demo-analyst", Role.Analyst, "Thomas Vergnaud");
        using var browser = new SignInBrowser(platform.Address);
        await browser.SignInAsync("structure", "analyst", "/");
        (await browser.AskAsync(Me, script: false)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.PostAsync("/session/logout", new { }, script: false)).ShouldBe(HttpStatusCode.BadRequest);
        (await browser.PostAsync("/session/logout", new { })).ShouldBe(HttpStatusCode.NoContent);
        (await browser.AskAsync(Me)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
