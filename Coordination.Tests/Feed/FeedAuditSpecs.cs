using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;

namespace Coordination.Tests.Feed;

/// <summary>Who hears of a person is noted before she is told, once an hour (E13); a feed too far behind says so (E17).</summary>
public sealed class FeedAuditSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string Rows = "select count(*) from audit.reading where tenant_id = $1 and action = 'subscribe'";

    [Fact]
    public async Task Given_a_listener_When_a_person_is_told_of_several_times_Then_one_row_is_written_an_hour()
    {
        var territory = Story.NewTerritory();
        using var client = platform.Client(Story.Coordinator(territory));
        using var listener = await FeedListener.OpenAsync(client, null);
        await listener.NextAsync();
        await platform.AnnounceAsync(territory);
        await AlertAsync(listener);
        (await platform.ScalarAsync<long>(Rows, territory)).ShouldBe(1);

        await TakeAsync(client, await platform.OnlyAlertAsync(territory));
        await AlertAsync(listener);
        (await platform.ScalarAsync<long>(Rows, territory)).ShouldBe(1);

        platform.Clock.Advance(TimeSpan.FromMinutes(61));
        await CloseAsync(client, await platform.OnlyAlertAsync(territory));
        await AlertAsync(listener);
        (await platform.ScalarAsync<long>(Rows, territory)).ShouldBe(2);
    }

    private static Task TakeAsync(HttpClient client, string id) =>
        client.AskAsync("mutation($id: ID!) { takeAlert(input: { id: $id }) { alert { id } } }", new { id });

    private static Task CloseAsync(HttpClient client, string id) =>
        client.AskAsync("mutation($id: ID!) { acknowledgeAlert(input: { id: $id, reason: \"vu\" }) { alert { id } } }", new { id });

    private static async Task AlertAsync(FeedListener listener)
    {
        while (true)
        {
            if ((await listener.EventAsync()).Type == "ALERT_CHANGED") return;
        }
    }
}
