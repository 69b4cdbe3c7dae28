using System.Text.Json.Nodes;
using Coordination.Api.GraphQL;
using Coordination.Domain.CareRecord;
using Coordination.Domain.CareTeam;
using Coordination.Domain.Directory;
using Coordination.Domain.Identifiers;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Coordination.Tests.Journeys;
using Coordination.Tests.Security;

namespace Coordination.Tests.Rights;

/// <summary>Benefits and measures over HTTP: worklists, pieces with their reminder, and what a representative sees.</summary>
public sealed class RightsStorySpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string File = "query($id: ID!) { careRecord(id: $id) { entitlements { version benefits { id kind state until reference endsInDays } measures { id kind name until structure { finess } endsInDays endedOn } pieceRequests { id forLabel remindedOn reminderOn pieces { kind state due refusal late } } } } }";
    private readonly string territory = Story.NewTerritory();

    private HttpClient Client => platform.Client(Story.Coordinator(territory));

    [Fact]
    public async Task Given_rights_that_end_When_the_worklist_is_read_Then_soonest_first_counted_by_kind_and_narrowed_by_kind()
    {
        var (first, second) = (await FollowAsync("0009401"), await FollowAsync("0009402", "AUTRE"));
        await MutateAsync("recordBenefit", new { recordId = first, kind = "LONG_TERM_ILLNESS", state = "GRANTED", until = Day(60), reference = "CANARYREF" });
        await MutateAsync("recordBenefit", new { recordId = first, kind = "AUTONOMY_ALLOWANCE", state = "REQUESTED", until = Day(5) });
        await MutateAsync("recordMeasure", new { recordId = second, kind = "GUARDIANSHIP", scope = "PERSON_AND_GOODS", decidedOn = "2022-01-10", until = Day(10), structure = "470000019" });
        await MutateAsync("recordBenefit", new { recordId = second, kind = "LONG_TERM_ILLNESS", state = "GRANTED", until = Day(200) });
        var ending = await EndingAsync("");
        ending.Select(n => (string)n["ends"]![0]!["kind"]!).ShouldBe(["Guardianship", "LongTermIllness"]);
        ((int)ending[0]["ends"]![0]!["inDays"]!).ShouldBe(10);
        (await EndingAsync("(withinDays: 30)")).Count.ShouldBe(1);
        (await EndingAsync("(kinds: [\"LongTermIllness\"])")).Count.ShouldBe(1);
        (await EndingAsync("(withinDays: 300, kinds: [\"LongTermIllness\"])")).Count.ShouldBe(2);
        var counts = (await Client.AskAsync("{ rightsEndingCounts { kind count } }")).Data!["rightsEndingCounts"]!.AsArray();
        counts.Select(c => $"{c!["kind"]} {c["count"]}").ShouldBe(["Guardianship 1", "LongTermIllness 1"], ignoreOrder: true);
        var page = (await Client.AskAsync("{ rightsEnding(first: 1) { totalCount pageInfo { endCursor } } }")).Data!["rightsEnding"]!;
        ((int)page["totalCount"]!).ShouldBe(2);
        platform.Clock.Advance(TimeSpan.FromSeconds(1));
        var rest = await Client.AskAsync("query($after: String) { rightsEnding(first: 1, after: $after) { pageInfo { hasNextPage } nodes { record { person { id } } } } }", new { after = (string)page["pageInfo"]!["endCursor"]! });
        rest.Data.ShouldNotBeNull(rest.Text)["rightsEnding"]!["nodes"]!.AsArray().Select(n => (string)n!["record"]!["person"]!["id"]!).ShouldBe([first]);

        var file = await FileAsync(second);
        var measure = (string)file["measures"]![0]!["id"]!;
        await MutateAsync("renewMeasure", new { recordId = second, measureId = measure, decidedOn = "2026-11-20", until = Day(1800), expectedVersion = (int)file["version"]! });
        (await EndingAsync("")).Count.ShouldBe(1);
        ((string)(await FileAsync(first))["benefits"]!.AsArray().Single(b => (string)b!["kind"]! == "LONG_TERM_ILLNESS")!["reference"]!).ShouldBe("CANARYREF");
        await using var session = platform.Get<global::Platform.EventStore.DocumentStore>().QuerySession(territory);
        string.Concat(await session.RawAsync("select data::text from mt_events where tenant_id = $1", [territory], row => row.GetString(0), default)).ShouldNotContain("CANARYREF");
    }

    [Fact]
    public async Task Given_pieces_asked_for_When_21_days_pass_Then_reminded_once_And_a_refused_piece_is_awaited_again()
    {
        var id = await FollowAsync("0009403");
        await MutateAsync("requestPieces", new { recordId = id, pieces = new[] { "IDENTITY", "BANK_DETAILS" }, due = Day(40) });
        await platform.SettleAsync();
        var requestId = (string)(await RequestAsync(id))["id"]!;
        platform.Clock.Advance(TimeSpan.FromDays(20));
        await platform.SettleAsync();
        (await RequestAsync(id))["remindedOn"].ShouldBeNull();
        platform.Clock.Advance(TimeSpan.FromDays(1));
        await platform.SettleAsync();
        (await RequestAsync(id))["remindedOn"]!.GetValue<string>().ShouldBe(Day(0));
        await platform.SettleAsync();
        (await HistoryAsync(id)).Count(t => t == "pieces_reminded").ShouldBe(1);

        (await MutateAsync("refusePiece", new { recordId = id, requestId, piece = "IDENTITY", reason = "Illisible", due = Day(20) }))["errors"]![0]!["__typename"]!.GetValue<string>().ShouldBe("PieceNotReceivedError");
        await MutateAsync("submitPiece", new { recordId = id, requestId, piece = "IDENTITY" });
        (await MutateAsync("refusePiece", new { recordId = id, requestId, piece = "IDENTITY", reason = "", due = Day(20) }))["errors"]![0]!["field"]!.GetValue<string>().ShouldBe("reason");
        await MutateAsync("refusePiece", new { recordId = id, requestId, piece = "IDENTITY", reason = "Illisible", due = Day(20) });
        var piece = (await RequestAsync(id))["pieces"]!.AsArray().Single(p => (string)p!["kind"]! == "IDENTITY")!;
        ((string)piece["state"]!, (string)piece["refusal"]!, (string)piece["due"]!).ShouldBe(("REFUSED", "Illisible", Day(20)));
        var awaited = (await Client.AskAsync("{ piecesAwaited { nodes { awaitedPieces nextDue } } overdue: piecesAwaited(overdue: true) { totalCount } }")).Data!;
        awaited["piecesAwaited"]!["nodes"]!.AsArray().ShouldHaveSingleItem()!["awaitedPieces"]!.GetValue<int>().ShouldBe(2);
        awaited["overdue"]!["totalCount"]!.GetValue<int>().ShouldBe(0);
        platform.Clock.Advance(TimeSpan.FromDays(21));
        await platform.SettleAsync();
        (await HistoryAsync(id)).Count(t => t == "pieces_reminded").ShouldBe(2);
        (await Client.AskAsync("{ piecesAwaited(overdue: true) { totalCount } }")).Data!["piecesAwaited"]!["totalCount"]!.GetValue<int>().ShouldBe(1);
        foreach (var kind in new[] { "IDENTITY", "BANK_DETAILS" })
        {
            await MutateAsync("submitPiece", new { recordId = id, requestId, piece = kind });
            await MutateAsync("acceptPiece", new { recordId = id, requestId, piece = kind });
        }

        platform.Clock.Advance(TimeSpan.FromDays(30));
        await platform.SettleAsync();
        (await HistoryAsync(id)).Count(t => t == "pieces_reminded").ShouldBe(2, "nothing is awaited");
        (await Client.AskAsync("{ piecesAwaited { totalCount } }")).Data!["piecesAwaited"]!["totalCount"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task Given_a_right_that_ends_When_its_pieces_are_asked_for_and_received_Then_it_is_renewed_with_a_new_end_and_leaves_the_worklist()
    {
        var id = await FollowAsync("0009406");
        await MutateAsync("recordBenefit", new { recordId = id, kind = "AUTONOMY_ALLOWANCE", state = "GRANTED", until = Day(45) });
        (await EndingAsync("")).Count.ShouldBe(1);
        var benefitId = (string)(await FileAsync(id))["benefits"]![0]!["id"]!;
        await MutateAsync("requestPieces", new { recordId = id, pieces = new[] { "IDENTITY", "INCOME", "DECISION", "BANK_DETAILS" }, due = Day(30), @for = benefitId });
        var request = await RequestAsync(id);
        request["pieces"]!.AsArray().Select(p => (string)p!["due"]!).Distinct().ShouldBe([Day(30)]);
        var requestId = (string)request["id"]!;
        foreach (var piece in new[] { "IDENTITY", "INCOME", "DECISION", "BANK_DETAILS" })
        {
            await MutateAsync("submitPiece", new { recordId = id, requestId, piece });
            await MutateAsync("acceptPiece", new { recordId = id, requestId, piece });
        }

        await MutateAsync("renewBenefit", new { recordId = id, benefitId, until = Day(775) });
        var benefit = (await FileAsync(id))["benefits"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)benefit["state"]!, (string)benefit["until"]!).ShouldBe(("RENEWED", Day(775)));
        (await EndingAsync("")).ShouldBeEmpty();
        new[] { "benefit_recorded", "pieces_requested", "piece_received", "piece_accepted", "benefit_renewed" }.ShouldBeSubsetOf(await HistoryAsync(id));
    }

    [Theory]
    [Trait(Criteria.Name, "5.10 AC")]
    [InlineData("", 20, "reason")]
    [InlineData("Illisible", -1, "due")]
    [InlineData("Illisible", 0, "due")]
    public async Task Given_a_piece_received_When_refused_for_its_quality_Then_a_reason_and_a_new_day_are_needed(string reason, int days, string field)
    {
        var id = await FollowAsync("0009407");
        await MutateAsync("requestPieces", new { recordId = id, pieces = new[] { "IDENTITY" }, due = Day(30) });
        var requestId = (string)(await RequestAsync(id))["id"]!;
        await MutateAsync("submitPiece", new { recordId = id, requestId, piece = "IDENTITY" });
        var refused = await MutateAsync("refusePiece", new { recordId = id, requestId, piece = "IDENTITY", reason, due = Day(days) });
        ((string)refused["errors"]![0]!["field"]!).ShouldBe(field);
        ((string)(await RequestAsync(id))["pieces"]![0]!["state"]!).ShouldBe("RECEIVED");
        (await Client.AskAsync("mutation($id: ID!, $request: UUID!) { refusePiece(input: { recordId: $id, requestId: $request, piece: IDENTITY, reason: \"x\" }) { record { id } } }", new { id, request = requestId }))
            .Code.ShouldBe("VALIDATION_ERROR", "no new day");
    }

    [Fact]
    [Trait(Criteria.Name, "5.10 AC")]
    public async Task Given_a_guardian_of_the_team_When_she_asks_Then_rights_and_pieces_are_hers_and_nothing_else()
    {
        var guardian = new ProfessionalId(Guid.NewGuid());
        var world = new AccessWorld(platform, territory);
        var id = NodeId.Encode("Person", (await world.WriteAsync(new([new InformationRecorded(new(2026, 9, 2)), .. AccessWorld.Stated()], [new(guardian, LegalCase.RecognisedByPerson)]))).Value);
        var stranger = await FollowAsync("0009404", "AUTRE");
        await MutateAsync("recordBenefit", new { recordId = id, kind = "LONG_TERM_ILLNESS", state = "GRANTED", until = Day(60) });
        await MutateAsync("requestPieces", new { recordId = id, pieces = new[] { "INCOME" }, due = Day(40) });
        var requestId = (string)(await RequestAsync(id))["id"]!;
        var client = platform.Client(world.Subject(Role.Guardian, guardian));
        var read = await client.AskAsync(File, new { id });
        read.Code.ShouldBeNull(read.Text);
        read.Data!["careRecord"]!["entitlements"]!["benefits"]!.AsArray().Count.ShouldBe(1);
        (await client.AskAsync(File, new { id = stranger })).Data!["careRecord"].ShouldBeNull();
        (await client.AskAsync("{ rightsEnding { totalCount } }")).Data!["rightsEnding"]!["totalCount"]!.GetValue<int>().ShouldBe(1);
        (await MutateAsync(client, "submitPiece", new { recordId = id, requestId, piece = "INCOME" }))["errors"].ShouldBeNull();

        foreach (var part in new[] { "team { since }", "socialSituation { text }", "clinicalSituation { text }", "mentalHealthSituation { text }", "assessments { totalCount }", "closingBlockers { kind }" })
            (await client.AskAsync($"query($id: ID!) {{ careRecord(id: $id) {{ {part} }} }}", new { id })).Code.ShouldBe("FORBIDDEN", part);
        var quiet = (await client.AskAsync("query($id: ID!) { careRecord(id: $id) { autonomy { estimated { gir } } openAlerts { id } stays { id } lifeLine(first: 50) { nodes { kind } } } }", new { id })).Data!["careRecord"]!;
        quiet["autonomy"].ShouldBeNull();
        quiet["openAlerts"].ShouldBeNull();
        quiet["stays"].ShouldBeNull();
        quiet["lifeLine"]!["nodes"]!.AsArray().Select(n => (string)n!["kind"]!).Distinct().ShouldBe(["rights", "care_record"], ignoreOrder: true);
        foreach (var (verb, input) in new (string, object)[]
                 {
                     ("recordBenefit", new { recordId = id, kind = "OTHER", state = "GRANTED" }), ("acceptPiece", new { recordId = id, requestId, piece = "INCOME" }),
                     ("refusePiece", new { recordId = id, requestId, piece = "INCOME", reason = "x", due = Day(9) }), ("startAssessment", new { recordId = id, grid = "AGGIR", on = Day(0) }),
                 })
            (await client.AskAsync(Mutation(verb), new { input })).Code.ShouldBe("FORBIDDEN", verb);
    }

    [Fact]
    public async Task Given_bad_input_or_a_stale_version_When_sent_Then_the_field_and_rule_or_the_change_is_told()
    {
        var id = await FollowAsync("0009405");
        (await MutateAsync("recordMeasure", new { recordId = id, kind = "GUARDIANSHIP", scope = "GOODS", decidedOn = "2022-01-10", structure = "12" }))["errors"]![0]!["field"]!.GetValue<string>().ShouldBe("structure");
        (await MutateAsync("recordMeasure", new { recordId = id, kind = "GUARDIANSHIP", scope = "GOODS", decidedOn = "2022-01-10" }))["errors"]![0]!["field"]!.GetValue<string>().ShouldBe("name");
        (await MutateAsync("recordBenefit", new { recordId = id, kind = "OTHER", state = "GRANTED", reference = new string('x', 201) }))["errors"]![0]!["field"]!.GetValue<string>().ShouldBe("reference");
        (await MutateAsync("recordBenefit", new { recordId = id, kind = "OTHER", state = "GRANTED", expectedVersion = 4 }))["errors"]![0]!["__typename"]!.GetValue<string>().ShouldBe("ConcurrentChangeError");
        (await FileAsync(id))["version"]!.GetValue<int>().ShouldBe(0, "nothing was written");
        (await Client.AskAsync("{ rightsEnding(withinDays: 9999) { totalCount } }")).Code.ShouldBe("BAD_USER_INPUT");
        var command = Guid.NewGuid();
        foreach (var _ in new[] { 1, 2 }) await MutateAsync("recordBenefit", new { recordId = id, kind = "OTHER", state = "GRANTED", commandId = command });
        (await FileAsync(id))["benefits"]!.AsArray().Count.ShouldBe(1, "the same command is one benefit");
    }

    private string Day(int days) => DateOnly.FromDateTime(platform.Clock.GetUtcNow().UtcDateTime).AddDays(days).ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<string> FollowAsync(string ipp, string name = "ESSAI") => NodeId.Encode("Person", (await platform.FollowAsync(ipp, Story.Traits(name), territory: territory)).Value);

    private async Task<JsonNode> FileAsync(string id) => (await Client.AskAsync(File, new { id })).Data!["careRecord"]!["entitlements"]!;

    private async Task<JsonNode> RequestAsync(string id) => (await FileAsync(id))["pieceRequests"]!.AsArray().ShouldHaveSingleItem()!;

    private async Task<List<string>> HistoryAsync(string id)
    {
        var line = await Client.AskAsync("query($id: ID!) { careRecord(id: $id) { lifeLine(first: 100) { nodes { type } } } }", new { id });
        return [.. line.Data!["careRecord"]!["lifeLine"]!["nodes"]!.AsArray().Select(n => (string)n!["type"]!)];
    }

    private async Task<List<JsonNode>> EndingAsync(string arguments)
    {
        var answer = await Client.AskAsync($"{{ rightsEnding{arguments} {{ nodes {{ ends {{ kind inDays }} }} }} }}");
        return [.. answer.Data.ShouldNotBeNull(answer.Text)["rightsEnding"]!["nodes"]!.AsArray().Select(n => n!)];
    }

    private Task<JsonNode> MutateAsync(string verb, object input) => MutateAsync(Client, verb, input);

    private static async Task<JsonNode> MutateAsync(HttpClient client, string verb, object input)
    {
        var answer = await client.AskAsync(Mutation(verb), new { input });
        return answer.Data.ShouldNotBeNull(answer.Text)[verb]!;
    }

    private static string Mutation(string verb)
    {
        var input = verb is "submitPiece" or "acceptPiece" ? "PieceInput" : $"{char.ToUpperInvariant(verb[0])}{verb[1..]}Input";
        return $"mutation($input: {input}!) {{ {verb}(input: $input) {{ record {{ id }} errors {{ __typename ... on InvalidInputError {{ field rule }} }} }} }}";
    }
}
