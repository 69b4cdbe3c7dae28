using Coordination.Api.GraphQL;
using Coordination.Domain.Identifiers;
using Coordination.Simulator.Bench;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Tests.CareRecord;

/// <summary>What a coordinator's screens cost the database: as many commands for a long life as for a short one, for many persons as for few.</summary>
public sealed class RecordCostSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private readonly string territory = Story.NewTerritory();

    private HttpClient Client => platform.Client(Story.Coordinator(territory));

    [Fact]
    public async Task Given_a_longer_life_When_the_persons_whole_page_is_read_Then_it_costs_no_more_SQL_commands()
    {
        var id = Node(await platform.FollowAsync("0009601", Story.Traits(), territory: territory));
        await LiveAsync(id, 1);
        var few = await CostAsync("a person's whole page", id);
        await LiveAsync(id, 9);
        var many = await CostAsync("a person's whole page", id);
        few.ShouldBeGreaterThan(0);
        many.ShouldBeLessThanOrEqualTo(few);
    }

    [Fact]
    public async Task Given_more_persons_When_a_list_is_read_Then_it_costs_no_more_SQL_commands()
    {
        string[] lists = ["my records, last changed first", "all records, last opened first", "records found by a name's beginning", "requests to triage, with counts", "my tasks, with counts", "plans to review"];
        await FollowAsync(1, 3);
        var few = await Task.WhenAll(lists.Select(l => CostAsync(l, "")));
        await FollowAsync(4, 12);
        for (var n = 0; n < lists.Length; n++) (await CostAsync(lists[n], "")).ShouldBeLessThanOrEqualTo(few[n], lists[n]);
        few.ShouldAllBe(f => f > 0);
    }

    private Task<int> CostAsync(string name, string record)
    {
        var call = CoreCalls.All.Single(c => c.Name == name);
        return SqlCommands.LeastAsync(async () =>
        {
            var answer = await Client.AskAsync(call.Query, call.Variables(new(record, "MAR", platform.Clock.GetUtcNow())));
            answer.Code.ShouldBeNull();
        });
    }

    private async Task FollowAsync(int first, int last)
    {
        for (var k = first; k <= last; k++)
        {
            var id = Node(await platform.FollowAsync($"{9610 + k:0000000}", Story.Traits("MARTIN", $"Paul{(char)('A' + k)}"), territory: territory));
            var input = new { recordId = id, professional = NodeId.Encode("Professional", Story.Coordinator(territory).Professional!.Value.Value) };
            (await Client.AskAsync("mutation($input: ProfessionalInput!) { assignReferent(input: $input) { errors { __typename } } }", new { input })).Data!["assignReferent"]!["errors"].ShouldBeNull();
            await LiveAsync(id, 1);
        }

        await platform.SettleAsync();
    }

    private async Task LiveAsync(string id, int times)
    {
        for (var n = 0; n < times; n++)
            foreach (var call in CoreCalls.All.Where(c => c.IsCommand))
            {
                platform.Clock.Advance(TimeSpan.FromMinutes(1));
                var answer = await Client.AskAsync(call.Query, call.Variables(new(id, "", platform.Clock.GetUtcNow())));
                answer.Code.ShouldBeNull(call.Name);
                answer.Data!.AsObject().Single().Value!["errors"].ShouldBeNull(call.Name);
            }
    }

    private string Node(PersonId person) => NodeId.Encode("CareRecord", Record.IdOf(new(territory), person).Value);
}
