using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;

namespace Coordination.Tests.Feed;

/// <summary>The feed over real HTTP: what is told, to whom, and how one resumes.</summary>
public sealed class FeedSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private readonly string territory = Story.NewTerritory();

    [Fact]
    public async Task Given_a_listener_When_an_alert_is_raised_Then_it_is_told_and_a_resume_gives_the_same_in_order()
    {
        using var live = await FeedListener.OpenAsync(platform.Client(Story.Coordinator(territory)));
        var first = await live.EventAsync();
        first.Type.ShouldBe("HEARTBEAT");
        await platform.AnnounceAsync(territory);
        var id = await platform.OnlyAlertAsync(territory);

        var told = new List<(string Position, string Type, string? Node)>();
        do told.Add(await live.EventAsync());
        while (told[^1].Node != id);

        using var resumed = await FeedListener.OpenAsync(platform.Client(Story.Coordinator(territory)), first.Position);
        var missed = new List<(string Position, string Type, string? Node)>();
        while (await resumed.EventAsync() is var next && next.Type != "HEARTBEAT") missed.Add(next);
        missed.ShouldBe(told);
        missed.Select(m => Convert.ToInt64(m.Position[1..], 16)).ShouldBeInOrder(SortDirection.Ascending);
        missed.Select(m => m.Position).ShouldBeUnique();
    }

    [Fact]
    public async Task Given_another_territorys_listener_Then_she_hears_her_own_only()
    {
        var other = Story.NewTerritory();
        using var listener = await FeedListener.OpenAsync(platform.Client(Story.Coordinator(other)));
        (await listener.EventAsync()).Type.ShouldBe("HEARTBEAT");
        await platform.AnnounceAsync(territory);
        await platform.AnnounceAsync(other);
        var own = await platform.OnlyAlertAsync(other);
        var foreign = await platform.OnlyAlertAsync(territory);
        var heard = new List<string?>();
        do heard.Add((await listener.EventAsync()).Node);
        while (heard[^1] != own);
        heard.ShouldNotContain(foreign);
        // Her record, her discharge, her alert.
        heard.Distinct().Count().ShouldBe(3);
    }

    [Theory]
    [InlineData("nonsense", "INVALID_POSITION")]
    [InlineData("", "INVALID_POSITION")]
    [InlineData("pffffffffffffffff", "INVALID_POSITION")]
    [InlineData("p7fffffff", "RESYNC_REQUIRED")]
    public async Task Given_a_position_that_cannot_be_resumed_Then_the_listener_is_told_so(string after, string code)
    {
        using var listener = await FeedListener.OpenAsync(platform.Client(Story.Coordinator(territory)), after);
        var answer = (await listener.NextAsync()).ShouldNotBeNull();
        ((string?)answer["errors"]?[0]?["extensions"]?["code"]).ShouldBe(code, answer.ToJsonString());
    }
}
