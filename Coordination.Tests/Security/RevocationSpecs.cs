using System.Net;
using Coordination.Api.Security;
using Coordination.Domain.Directory;
using Coordination.Tests.Feed;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Platform.EventStore;

namespace Coordination.Tests.Security;

/// <summary>What ends a session or a habilitation ends what is open under it (RELIABILITY; PSC-06).</summary>
public sealed class RevocationSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private readonly string territory = Story.NewTerritory();

    [Fact]
    public async Task Given_an_open_feed_When_the_habilitation_ends_Then_the_feed_ends_too_and_a_token_is_refused()
    {
        var (identifier, id) = await HabilitateAsync();
        using var client = await ClientAsync(identifier);
        using var feed = await FeedListener.OpenAsync(client);
        (await feed.EventAsync()).Type.ShouldBe("HEARTBEAT");
        await using (var session = platform.Get<DocumentStore>().LightweightSession(new global::Platform.EventStore.SessionOptions(territory)))
        {
            session.Events.Append(id, new HabilitationEnded("essai"));
            await session.SaveChangesAsync();
        }

        platform.Clock.Advance(TimeSpan.FromSeconds(60));
        await platform.AnnounceAsync(territory);
        var told = await feed.NextAsync();
        while (told?["errors"] is null) told = (await feed.NextAsync()).ShouldNotBeNull("the feed ends with an error");
        ((string?)told["errors"]![0]!["extensions"]!["code"]).ShouldBe("UNAUTHENTICATED", told.ToJsonString());
        (await client.AskAsync("{ me { role } }")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("provider-session-1", "provider-session-1", true)]
    [InlineData("provider-session-2", "provider-session-1", false)]
    [InlineData(null, "provider-session-1", true)]
    [InlineData("provider-session-1", null, true)]
    public async Task Given_a_session_When_its_provider_ends_one_Then_it_is_over_if_it_may_be_meant(string? opened, string? ended, bool over)
    {
        var sessions = platform.Get<SessionStore>();
        var subject = Guid.NewGuid().ToString();
        var key = await sessions.OpenAsync(new("test:somebody", "Alix Essai", "test", null), subject, opened, default);
        var elsewhere = await sessions.OpenAsync(new("other:somebody", "Alix Essai", "other", null), subject, opened, default);
        await sessions.CloseAllAsync("test", subject, ended, default);
        (await sessions.FindAsync(key, default) is null).ShouldBe(over);
        (await sessions.FindAsync(elsewhere, default)).ShouldNotBeNull("another provider's word does not count");
    }

    [Theory]
    [InlineData("https://elsewhere.example", HttpStatusCode.Unauthorized)]
    [InlineData("null", HttpStatusCode.Unauthorized)]
    [InlineData(null, HttpStatusCode.OK)]
    public async Task Given_a_session_cookie_When_the_origin_is_another_Then_it_counts_for_nothing(string? origin, HttpStatusCode status)
    {
        var (identifier, id) = await HabilitateAsync();
        var key = await platform.Get<SessionStore>().OpenAsync(new($"test:{identifier}", "Alix Essai", "test", id), "s", null, default);
        using var handler = new HttpClientHandler { UseCookies = false };
        using var client = new HttpClient(handler) { BaseAddress = platform.Address };
        client.DefaultRequestHeaders.Add("Cookie", $"coordination={key}");
        client.DefaultRequestHeaders.Add(SessionEndpoints.ScriptHeader, "1");
        client.DefaultRequestHeaders.Add("Origin", origin ?? platform.Address.GetLeftPart(UriPartial.Authority));
        (await client.AskAsync("{ me { role } }")).Status.ShouldBe(status);
    }

    private async Task<(string Identifier, Guid Id)> HabilitateAsync()
    {
        var (identifier, id) = ($"revoked-{Guid.NewGuid():N}", Guid.NewGuid());
        await platform.GrantAsync(id, new($"test:{identifier}", "Alix Essai", null, Role.Coordinator, "DAC d'essai", new(territory), null, null, new(Guid.NewGuid()),
            platform.Clock.GetUtcNow().AddDays(-1), null));
        return (identifier, id);
    }

    private async Task<HttpClient> ClientAsync(string identifier)
    {
        var client = platform.Client(null);
        client.DefaultRequestHeaders.Authorization = new("Bearer", (await TestIssuer.GetAsync()).CreateToken(identifier, platform.Clock.GetUtcNow()));
        return client;
    }
}
