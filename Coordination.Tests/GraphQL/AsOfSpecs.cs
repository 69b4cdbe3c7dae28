using Coordination.Api.Security.Development;
using Coordination.Tests.Exchange.Hl7.Intake;
using Coordination.Tests.Harness;

namespace Coordination.Tests.GraphQL;

/// <summary>A discharge as it was known at an instant, and what a list costs.</summary>
public sealed class AsOfSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    [Fact]
    public async Task Given_an_announced_discharge_When_it_is_read_as_of_an_earlier_instant_Then_it_is_as_it_was_known_then()
    {
        var territory = Story.NewTerritory();
        await platform.FollowAsync("0000901", Story.Traits("AUBERT", "Odile"), territory: territory);
        await platform.SendAsync(new DemoMessage("A01", "0000901") { Visit = "V901" }.Bytes);
        var before = platform.Clock.GetUtcNow();
        platform.Clock.Advance(TimeSpan.FromMinutes(5));
        await platform.SendAsync((new DemoMessage("A16", "0000901") { Visit = "V901", Expected = "20261127150000" }).Bytes);
        await platform.SettleAsync();
        using var client = platform.Client(Story.Coordinator(territory));
        var list = await client.AskAsync("{ discharges { nodes { id status } } }");
        var id = (string)list.Data!["discharges"]!["nodes"]![0]!["id"]!;

        const string Query = "query($id: ID!, $at: DateTime) { discharge(id: $id, asOf: $at) { status history { type } } }";
        var now = (await client.AskAsync(Query, new { id, at = (DateTimeOffset?)null })).Data!["discharge"]!;
        var then = (await client.AskAsync(Query, new { id, at = (DateTimeOffset?)before })).Data!["discharge"]!;
        ((string)now["status"]!).ShouldBe("ANNOUNCED");
        now["history"]!.AsArray().Count.ShouldBe(2);
        ((string)then["status"]!).ShouldBe("ADMITTED");
        then["history"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Given_more_alerts_When_a_list_is_read_with_all_its_edges_Then_it_costs_no_more_SQL_commands()
    {
        using var client = platform.Client(DemoUsers.All["coordinator"]);
        const string Query = "{ alerts(first: 50) { totalCount nodes { id title subject { birthName } discharge { id status alerts { id } } } } }";
        await AnnounceAsync(1, 3);
        var few = await SqlCommands.LeastAsync(async () => ((int)(await client.AskAsync(Query)).Status).ShouldBe(200));
        await AnnounceAsync(4, 12);
        var many = await SqlCommands.LeastAsync(async () => ((int)(await client.AskAsync(Query)).Status).ShouldBe(200));
        few.ShouldBeGreaterThan(0);
        many.ShouldBeLessThanOrEqualTo(few);
    }

    private async Task AnnounceAsync(int first, int last)
    {
        for (var k = first; k <= last; k++)
        {
            var ipp = $"{8000 + k:0000000}";
            await platform.FollowAsync(ipp, Story.Traits("MARTIN", "Paul"));
            await platform.SendAsync((new DemoMessage("A16", ipp) { Visit = $"V{ipp}", Expected = "20261127150000" }).Bytes);
        }

        await platform.SettleAsync();
    }
}
