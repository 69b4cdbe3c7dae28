using System.Diagnostics;
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
        var few = await LeastAsync(() => client.AskAsync(Query));
        await AnnounceAsync(4, 12);
        var many = await LeastAsync(() => client.AskAsync(Query));
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

    // A loaded machine may send what one batch could hold in two: the least of some readings is what the query needs.
    private static async Task<int> LeastAsync(Func<Task<Answer>> ask)
    {
        var least = int.MaxValue;
        for (var reading = 0; reading < 20; reading++) least = Math.Min(least, await CountAsync(ask));
        return least;
    }

    // Npgsql has one activity per batch; the trace tells those of this request from all others of the process.
    private static async Task<int> CountAsync(Func<Task<Answer>> ask)
    {
        var commands = 0;
        using var trace = new Activity("list").SetIdFormat(ActivityIdFormat.W3C).Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.Source.Name == "Npgsql" && activity.TraceId == trace.TraceId && activity.TagObjects.Any(t => t.Key is "db.query.text" or "db.statement"))
                    Interlocked.Increment(ref commands);
            },
        };
        ActivitySource.AddActivityListener(listener);
        ((int)(await ask()).Status).ShouldBe(200);
        return commands;
    }
}
