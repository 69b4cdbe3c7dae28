using System.Text.Json.Nodes;
using Coordination.Api.GraphQL;
using Coordination.Domain.Directory;
using Coordination.Domain.Identifiers;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Coordination.Tests.Journeys;
using Coordination.Tests.Security;

namespace Coordination.Tests.CareRecord;

/// <summary>A record's life over HTTP: what stands in the way of its end, what happened to the person and why, how it was before.</summary>
public sealed class LifeLineStorySpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private static readonly Dictionary<string, string> OwnErrors = new()
    {
        ["closeRecord"] = "... on CareRecordNotClosableError { blockers { kind nodeId } }",
        ["changeIntensity"] = "... on PhysicianNotStatedError { field }",
        ["correctFact"] = "... on FactNotFoundError { code }",
    };

    private const string Line = "query($id: ID!, $first: Int, $after: String, $where: LifeLineFilterInput) { careRecord(id: $id) { lifeLineHidden lifeLineDensity { month count } lifeLine(first: $first, after: $after, where: $where) { totalCount pageInfo { hasNextPage endCursor } nodes { eventId type kind label recordedAt author late text corrections { text author } } } } }";
    private readonly string territory = Story.NewTerritory();

    private HttpClient Client => platform.Client(Story.Coordinator(territory));

    [Fact]
    [Trait(Criteria.Name, "5.2 AC5")]
    public async Task Given_an_urgent_alert_When_the_record_is_closed_Then_it_is_named_And_once_resolved_the_record_closes_and_reopens_with_its_history()
    {
        var id = Id(await platform.AnnounceAsync(territory, hour: 9));
        platform.Clock.Advance(TimeSpan.FromHours(73));
        await platform.SettleAsync();
        var refused = await MutateAsync("closeRecord", new { recordId = id, reason = "OBJECTIVES_REACHED", on = "2026-11-23", personInformed = true });
        refused["errors"]![0]!["blockers"]!.AsArray().Select(b => (string)b!["kind"]!).ShouldBe(["URGENT_ALERT", "DISCHARGE"], ignoreOrder: true);
        (await MutateAsync("closeRecord", new { recordId = id, reason = "DEATH", on = "2026-11-23", personInformed = false }))["record"]!["status"]!.GetValue<string>().ShouldBe("CLOSED");
        (await MutateAsync("changeIntensity", new { recordId = id, intensity = "INTENSIVE" }))["errors"]![0]!["__typename"]!.GetValue<string>().ShouldBe("CareRecordIsClosedError");
        var reopened = await MutateAsync("reopenRecord", new { recordId = id, reason = "Erreur de dossier" });
        reopened["record"]!["status"]!.GetValue<string>().ShouldBe("OPEN");
        (await LineAsync(id, new { kinds = new[] { "care_record" } })).Nodes.Select(n => (string)n["type"]!).Take(2).ShouldBe(["care_record_reopened", "care_record_closed"]);
    }

    [Fact]
    public async Task Given_no_physician_When_the_intensity_is_stated_Then_refused_until_it_is_said_And_a_stale_version_is_told()
    {
        var id = Id(await platform.FollowAsync("0009101", Story.Traits(), territory: territory));
        (await MutateAsync("assignReferent", new { recordId = id, professional = NodeId.Encode("Professional", Story.Coordinator(territory).Professional!.Value.Value) }))["errors"].ShouldBeNull();
        (await MutateAsync("changeIntensity", new { recordId = id, intensity = "INTENSIVE" }))["errors"]![0]!["field"]!.GetValue<string>().ShouldBe("intensity");
        (await MutateAsync("statePhysicianAbsence", new { recordId = id, on = "2026-11-23" }))["errors"].ShouldBeNull();
        var active = await MutateAsync("changeIntensity", new { recordId = id, intensity = "INTENSIVE" });
        (active["record"]!["status"]!.GetValue<string>(), active["record"]!["intensity"]!.GetValue<string>()).ShouldBe(("ACTIVE", "INTENSIVE"));
        (await MutateAsync("putRecordOnStandby", new { recordId = id, expectedVersion = 1 }))["errors"]![0]!["__typename"]!.GetValue<string>().ShouldBe("ConcurrentChangeError");
        var mine = await Client.AskAsync("{ careRecords(where: { mine: true, status: [ACTIVE], intensity: [INTENSIVE] }) { totalCount } }");
        mine.Data!["careRecords"]!["totalCount"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task Given_a_message_that_raised_an_alert_When_its_fact_is_asked_why_Then_the_chain_leads_from_the_message_to_the_alert()
    {
        var id = Id(await platform.AnnounceAsync(territory));
        var line = await LineAsync(id);
        line.Nodes.Select(n => (string)n["kind"]!).Distinct().ShouldBe(["alert", "discharge", "care_record"], ignoreOrder: true);
        line.Total.ShouldBe(line.Nodes.Count);
        var alert = line.Nodes.First(n => (string)n["type"]! == "alert_raised");
        const string Why = "query($id: ID!, $event: UUID!) { careRecord(id: $id) { causes(eventId: $event) { origin originLabel steps { kind eventId asked label } } } }";
        foreach (var asked in new[] { alert, line.Nodes.First(n => (string)n["kind"]! == "discharge") })
        {
            var chain = (await Client.AskAsync(Why, new { id, @event = (string)asked["eventId"]! })).Data!["careRecord"]!["causes"]!;
            chain["origin"]!.GetValue<string>().ShouldBe("MESSAGE");
            var kinds = chain["steps"]!.AsArray().Select(s => (string)s!["kind"]!).ToList();
            kinds[0].ShouldBe("discharge");
            kinds.ShouldContain("alert");
            chain["steps"]!.AsArray().Single(s => (bool)s!["asked"]!)!["eventId"]!.GetValue<string>().ShouldBe((string)asked["eventId"]!);
        }

        var other = Id(await platform.FollowAsync("0009102", Story.Traits("AUTRE"), territory: territory));
        (await Client.AskAsync(Why, new { id = other, @event = (string)alert["eventId"]! })).Data!["careRecord"]!["causes"].ShouldBeNull("a fact of somebody else");
    }

    [Fact]
    public async Task Given_a_fact_When_it_is_corrected_Then_both_are_read_and_a_stranger_to_it_is_refused()
    {
        var id = Id(await platform.FollowAsync("0009103", Story.Traits(), territory: territory));
        var fact = (string)(await LineAsync(id)).Nodes[^1]["eventId"]!;
        (await MutateAsync("correctFact", new { recordId = id, eventId = fact, text = "Ouvert le 2 et non le 3" }))["errors"].ShouldBeNull();
        (await MutateAsync("correctFact", new { recordId = id, eventId = Guid.NewGuid(), text = "x" }))["errors"]![0]!["code"]!.GetValue<string>().ShouldBe("FACT_NOT_FOUND");
        (await MutateAsync("correctFact", new { recordId = id, eventId = fact, text = " " }))["errors"]![0]!["field"]!.GetValue<string>().ShouldBe("text");
        var line = await LineAsync(id);
        line.Nodes[0]["text"]!.GetValue<string>().ShouldBe("Ouvert le 2 et non le 3");
        line.Nodes[^1]["corrections"]!.AsArray().ShouldHaveSingleItem()!["text"]!.GetValue<string>().ShouldBe("Ouvert le 2 et non le 3");
    }

    [Fact]
    public async Task Given_many_facts_When_read_page_by_page_Then_each_once_in_order_And_as_known_before_only_those_recorded_by_then()
    {
        var id = Id(await platform.AnnounceAsync(territory));
        var before = platform.Clock.GetUtcNow();
        platform.Clock.Advance(TimeSpan.FromMinutes(1));
        await MutateAsync("putRecordOnStandby", new { recordId = id });
        platform.Clock.Advance(TimeSpan.FromMinutes(1));
        await MutateAsync("reactivateRecord", new { recordId = id });
        await platform.SettleAsync();
        var line = (await LineAsync(id)).Nodes;
        var whole = line.Select(n => (string)n["eventId"]!).ToList();
        var paged = new List<string>();
        for (string? after = null; ;)
        {
            var page = (await Client.AskAsync(Line, new { id, first = 2, after })).Data!["careRecord"]!["lifeLine"]!;
            paged.AddRange(page["nodes"]!.AsArray().Select(n => (string)n!["eventId"]!));
            if (!(bool)page["pageInfo"]!["hasNextPage"]!) break;
            after = (string)page["pageInfo"]!["endCursor"]!;
        }

        paged.ShouldBe(whole);
        (await LineAsync(id, new { knownAt = before })).Total.ShouldBe(line.Count(n => (DateTimeOffset)n["recordedAt"]! <= before));
        var asOf = await Client.AskAsync("query($id: ID!, $at: DateTime) { now: careRecord(id: $id) { status version } then: careRecord(id: $id, knownAt: $at) { status version } on: careRecord(id: $id, onDate: $at) { status } never: careRecord(id: $id, onDate: \"2001-01-01T00:00:00Z\") { status } }",
            new { id, at = before });
        asOf.Data!["now"]!["status"]!.GetValue<string>().ShouldBe("OPEN");
        asOf.Data["now"]!["version"]!.GetValue<int>().ShouldBe(asOf.Data["then"]!["version"]!.GetValue<int>() + 2);
        asOf.Data["on"]!["status"]!.GetValue<string>().ShouldBe("OPEN");
        asOf.Data["never"].ShouldBeNull();
    }

    [Fact]
    public async Task Given_a_nurse_of_the_team_When_she_reads_the_life_line_Then_kinds_she_may_not_read_are_left_out_and_named()
    {
        var nurse = new ProfessionalId(Guid.NewGuid());
        var world = new AccessWorld(platform, territory);
        var person = await world.WriteAsync(new([new Domain.CareRecord.InformationRecorded(new(2026, 9, 2))], [new(nurse, Domain.CareTeam.LegalCase.RecognisedByPerson)]));
        var answer = await platform.Client(world.Subject(Role.Nurse, nurse)).AskAsync(Line, new { id = Id(person), first = 50 });
        var record = answer.Data!["careRecord"]!;
        record["lifeLine"]!["nodes"]!.AsArray().Select(n => (string)n!["kind"]!).Distinct().ShouldBe(["discharge", "care_team", "care_record"], ignoreOrder: true);
        record["lifeLineHidden"]!.AsArray().Select(k => (string)k!).ShouldContain("Alerte");
    }

    private static string Id(PersonId person) => NodeId.Encode("Person", person.Value);

    private async Task<(List<JsonNode> Nodes, int Total)> LineAsync(string id, object? where = null)
    {
        var line = (await Client.AskAsync(Line, new { id, first = 100, where })).Data!["careRecord"]!["lifeLine"]!;
        return ([.. line["nodes"]!.AsArray().Select(n => n!)], (int)line["totalCount"]!);
    }

    private async Task<JsonNode> MutateAsync(string verb, object input)
    {
        var errors = $"errors {{ __typename ... on ConcurrentChangeError {{ currentVersion }} ... on InvalidInputError {{ field rule }} {OwnErrors.GetValueOrDefault(verb)} }}";
        var answer = await Client.AskAsync($"mutation($input: {InputOf(verb)}!) {{ {verb}(input: $input) {{ record {{ status intensity version }} {errors} }} }}", new { input });
        return answer.Data.ShouldNotBeNull(answer.Json.ToJsonString())[verb]!;
    }

    private static string InputOf(string verb) => verb switch
    {
        "putRecordOnStandby" => "StandbyInput",
        "reactivateRecord" => "OnRecordInput",
        "assignReferent" => "ProfessionalInput",
        "statePhysicianAbsence" => "PhysicianAbsenceInput",
        _ => $"{char.ToUpperInvariant(verb[0])}{verb[1..]}Input",
    };
}
