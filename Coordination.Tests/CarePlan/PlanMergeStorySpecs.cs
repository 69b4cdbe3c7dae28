using System.Text.Json.Nodes;
using Coordination.Api.GraphQL;
using Coordination.Api.Security.Development;
using Coordination.Domain.Assessment;
using Coordination.Domain.Identifiers;
using Coordination.Projections.CarePlan;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Platform.EventStore;
using static Coordination.Tests.Persons.PersonsStory;
using Plan = Coordination.Domain.CarePlan.CarePlan;

namespace Coordination.Tests.CarePlan;

/// <summary>Over HTTP: two plans brought into one, a plan and the pathways it carries out, a plan that an assessment contradicts.</summary>
public sealed class PlanMergeStorySpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string Merge = "mutation($input: MergeCarePlanInput!) { mergeCarePlan(input: $input) { record { carePlan { version items { kind text takenFrom doubtful parent id } } "
        + "competingPlans { id status mergedInto items { text } } } errors { __typename } } }";

    private const string Name = "mutation($input: NamePlanPathwaysInput!) { namePlanPathways(input: $input) { record { carePlan { pathways { title } } pathways { id planNumber } } errors { __typename } } }";
    private readonly string territory = Story.NewTerritory();

    private PlanStory Plans => new(platform, territory);

    [Fact]
    public async Task Given_two_plans_of_merged_persons_When_one_takes_the_other_over_Then_nothing_is_lost_And_parting_them_gives_both_back()
    {
        var (plans, stays, goes) = (Plans, await Plans.BeginAsync("JUMELLE"), await Plans.InForceAsync("JUMELLE"));
        var manager = platform.Client(DemoUsers.All["manager"] with { Territory = new(territory) });
        var closed = await manager.AskAsync(
            "mutation($id: ID!) { closeRecord(input: { recordId: $id, reason: MOVED, on: \"2026-11-23\", personInformed: true, withoutPlan: true }) { errors { __typename } } }", new { id = goes });
        closed.Data!["closeRecord"]!["errors"].ShouldBeNull(closed.Text);
        await platform.SettleAsync();
        await IdentityAsync("mergePersons", stays, goes);
        (await ReopenErrorAsync(plans.Client, goes)).ShouldBe("PersonIsMergedError");

        var found = await plans.Client.AskAsync("query($id: ID!) { careRecord(id: $id) { competingPlans { id status items { id kind text } } } }", new { id = stays });
        var other = found.Data!["careRecord"]!["competingPlans"]!.AsArray().ShouldHaveSingleItem()!;
        var keep = other["items"]!.AsArray().Where(i => (string)i!["kind"]! != "PROBLEM").Select(i => new { item = (string)i!["id"]! }).ToArray();
        var input = new { recordId = stays, from = (string)other["id"]!, keep, expectedVersion = 1 };
        (await MergeAsync(plans, input with { from = NodeId.Encode("CarePlan", Guid.NewGuid()) }))["errors"]![0]!["__typename"]!.GetValue<string>().ShouldBe("CarePlanNotFoundError");
        (await MergeAsync(plans, new { input.recordId, input.from, keep = new[] { keep[1] } }))["errors"]![0]!["__typename"]!.GetValue<string>().ShouldBe("PlanItemNotFoundError");
        (await MergeAsync(plans, input with { expectedVersion = 7 }))["errors"]![0]!["__typename"]!.GetValue<string>().ShouldBe("ConcurrentChangeError");

        var record = (await MergeAsync(plans, input))["record"]!;
        var items = record["carePlan"]!["items"]!.AsArray();
        items.Select(i => (string)i!["text"]!).ShouldBe(["Sortir seule jusqu'au marché", "Poser des barres d'appui"]);
        items.ShouldAllBe(i => (string)i!["takenFrom"]! == input.from && !(bool)i["doubtful"]!);
        ((string)items[1]!["parent"]!).ShouldBe((string)items[0]!["id"]!);
        var merged = record["competingPlans"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)merged["status"]!, merged["items"]!.AsArray().Count).ShouldBe(("MERGED", 3));
        (await MergeAsync(plans, input))["errors"].ShouldBeNull("sent again");
        (await plans.FactsAsync(stays)).ShouldBe(4);

        await IdentityAsync("unmergePersons", stays, goes);
        var after = await plans.Client.AskAsync("query($id: ID!) { careRecord(id: $id) { carePlan { items { doubtful } } competingPlans { id } } }", new { id = stays });
        after.Data!["careRecord"]!["carePlan"]!["items"]!.AsArray().ShouldAllBe(i => (bool)i!["doubtful"]!);
        after.Data["careRecord"]!["competingPlans"]!.AsArray().ShouldBeEmpty();
        var alone = await plans.PlanAsync(goes);
        ((string)alone["status"]!, alone["items"]!.AsArray().Count).ShouldBe(("VALIDATED", 3));
        await ReplayedAsync(stays, goes);
    }

    [Fact]
    public async Task Given_a_pathway_that_goes_on_When_the_plan_names_it_Then_both_say_so_And_no_other_one_is_taken()
    {
        var (plans, id, another) = (Plans, await Plans.BeginAsync("PARCOURS"), await Plans.BeginAsync("AUTRE"));
        var (mine, theirs) = (await ApplyAsync(plans, id), await ApplyAsync(plans, another));
        (await NameAsync(plans, new { recordId = id, pathways = new[] { theirs }, seenVersion = 1 }))["errors"]![0]!["__typename"]!.GetValue<string>().ShouldBe("PlanPathwayUnknownError");
        (await NameAsync(plans, new { recordId = id, pathways = new[] { NodeId.Encode("CarePathway", Guid.NewGuid()) }, seenVersion = 1 }))["errors"]![0]!["__typename"]!.GetValue<string>().ShouldBe("PlanPathwayUnknownError");
        var record = (await NameAsync(plans, new { recordId = id, pathways = new[] { mine }, seenVersion = 1 }))["record"]!;
        ((string)record["carePlan"]!["pathways"]![0]!["title"]!).ShouldBe("Insuffisance cardiaque");
        ((int)record["pathways"]![0]!["planNumber"]!).ShouldBe(1);
        (await NameAsync(plans, new { recordId = id, pathways = Array.Empty<string>(), seenVersion = 1 }))["errors"]![0]!["__typename"]!.GetValue<string>().ShouldBe("PlanItemChangedError");
    }

    [Fact]
    public async Task Given_a_plan_in_force_When_the_person_is_assessed_otherwise_Then_the_plan_and_the_reviews_say_so()
    {
        var plans = Plans;
        var id = await plans.BeginAsync("GIRARD");
        await AssessAsync(id, 4, new(2026, 11, 1), 0);
        await plans.FillAsync(id);
        await plans.RunAsync("proposeCarePlan", new { recordId = id });
        await plans.RunAsync("recordPlanAgreement", new { recordId = id, giver = "PERSON", on = "2026-11-23", means = "ORAL" });
        await plans.RunAsync("validateCarePlan", new { recordId = id });
        (await ReassessedAsync(plans)).ShouldBe((0, 0, null));
        await AssessAsync(id, 2, new(2026, 11, 23), 10);
        var (count, listed, plan) = await ReassessedAsync(plans);
        (count, listed).ShouldBe((1, 1));
        var told = plan!["reassessed"]![0]!;
        ((int)told["girBefore"]!, (int)told["girNow"]!, (bool)told["girChanged"]!, (string)told["on"]!).ShouldBe((4, 2, true, "2026-11-23"));
        ((string)told["gridTitle"]!).ShouldNotBeEmpty();
        // A review looks at the plan as a whole, and knows it then.
        platform.Clock.Advance(TimeSpan.FromMinutes(11));
        await plans.RunAsync("holdPlanReview", new { recordId = id, on = "2026-11-23", summary = "Actions maintenues malgré la perte d'autonomie." });
        (await ReassessedAsync(plans)).ShouldBe((0, 0, null));
    }

    private static async Task<(int Count, int Listed, JsonNode? Plan)> ReassessedAsync(PlanStory plans)
    {
        var answer = await plans.Client.AskAsync(
            "{ carePlanCounts { reassessed } planReviewsDue(reassessed: true) { totalCount nodes { reassessed { gridTitle on girBefore girNow girChanged } } } }", new { });
        answer.Code.ShouldBeNull(answer.Text);
        var list = answer.Data!["planReviewsDue"]!;
        return ((int)answer.Data["carePlanCounts"]!["reassessed"]!, (int)list["totalCount"]!, list["nodes"]!.AsArray().FirstOrDefault());
    }

    private async Task AssessAsync(string id, int gir, DateOnly on, int minutes)
    {
        var person = new PersonId(NodeId.TryDecode(id)!.Value.Id);
        await using var session = platform.Get<DocumentStore>().LightweightSession(
            new global::Platform.EventStore.SessionOptions(territory) { OccurredAt = platform.Clock.GetUtcNow().AddMinutes(minutes) });
        session.Events.StartStream<PersonAssessment>(Guid.CreateVersion7(), new AssessmentStarted(person, AggirGrid.Code, 1, on, null), new AssessmentValidated(true, new(gir), null));
        await session.SaveChangesAsync();
    }

    private async Task ReplayedAsync(params string[] persons)
    {
        await using var session = platform.Get<DocumentStore>().QuerySession(territory);
        foreach (var stream in persons.Select(p => Plan.IdOf(new(territory), new(NodeId.TryDecode(p)!.Value.Id))))
        {
            var (kept, replayed) = (await session.LoadAsync<CarePlanView>(stream), await session.Events.AggregateStreamAsync<CarePlanView>(stream));
            replayed!.Plan.ShouldBe(kept!.Plan);
            replayed.Versions.ShouldBe(kept.Versions);
        }
    }

    private static async Task<JsonNode> MergeAsync(PlanStory plans, object input) => await SendAsync(plans.Client, Merge, "mergeCarePlan", input);

    private static async Task<JsonNode> NameAsync(PlanStory plans, object input) => await SendAsync(plans.Client, Name, "namePlanPathways", input);

    private static async Task<string> ApplyAsync(PlanStory plans, string recordId) => (string)(await SendAsync(plans.Client,
        "mutation($input: ApplyPathwayInput!) { applyPathway(input: $input) { record { pathways { id } } errors { __typename } } }", "applyPathway",
        new { recordId, template = "HEART_FAILURE", enteredOn = "2026-11-20", conditions = Array.Empty<string>() }))["record"]!["pathways"]![0]!["id"]!;

    private static async Task<string?> ReopenErrorAsync(HttpClient client, string recordId) => (string?)(await SendAsync(client,
        "mutation($input: ReopenRecordInput!) { reopenRecord(input: $input) { errors { __typename } } }", "reopenRecord", new { recordId }))["errors"]?[0]?["__typename"];

    private static async Task<JsonNode> SendAsync(HttpClient client, string mutation, string name, object input)
    {
        var answer = await client.AskAsync(mutation, new { input });
        answer.Code.ShouldBeNull(answer.Text);
        return answer.Data![name]!;
    }

    private async Task IdentityAsync(string verb, string survivor, string merged)
    {
        var answer = await platform.Client(Cell(territory)).AskAsync(
            $"mutation($survivor: ID!, $merged: ID!) {{ {verb}(input: {{ survivor: $survivor, merged: $merged }}) {{ errors {{ __typename }} }} }}", new { survivor, merged });
        answer.Data![verb]!["errors"].ShouldBeNull(answer.Text);
    }
}
