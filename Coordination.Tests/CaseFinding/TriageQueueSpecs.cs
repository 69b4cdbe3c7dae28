using Coordination.Api.Security.Development;
using Coordination.Projections.CaseFinding;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Platform.EventStore;

namespace Coordination.Tests.CaseFinding;

/// <summary>The queue over HTTP: views, counts, deadlines, grids, and what a professional who asks reads.</summary>
public sealed class TriageQueueSpecs(PlatformFixture platform) : TriageStory(platform), IClassFixture<PlatformFixture>
{
    [Fact]
    public async Task Given_requests_When_assigned_snoozed_and_decided_Then_each_is_in_its_view_and_counted_there()
    {
        var person = await RegisterAsync("DUSSÉAUX");
        var before = await CountsAsync();
        var (mine, theirs, waits, later, over, left) =
            (await CallAsync(person), await CallAsync(person), await CallAsync(person), await CallAsync(person), await CallAsync(person), await CallAsync(person));
        await DoAsync("assignRequest", new { id = mine, professional = CoordinatorId });
        await DoAsync("assignRequest", new { id = theirs, professional = NodeIdOf(PlatformFixture.OtherCoordinator.Professional!.Value) });
        await DoAsync("snoozeRequest", new { id = waits, until = "2026-11-30", awaiting = "PHYSICIAN" });
        await DoAsync("snoozeRequest", new { id = later, until = "2026-11-30" });
        await DoAsync("closeRequest", new { id = over, reason = "NEED_GONE" });
        foreach (var (view, expected) in new[]
        {
            ("TO_TREAT", new[] { left }), ("MINE", [mine]), ("TEAM", [mine, theirs]), ("AWAITING", [waits]), ("SNOOZED", [later]), ("CLOSED", [over]),
        })
        {
            var list = await Coordinator.AskAsync("query($w: SupportRequestFilterInput) { requests(first: 200, where: $w, order: { field: DUE_AT, direction: ASC }) { totalCount nodes { id } } }",
                new { w = new { view, text = "dusseaux" } });
            list.Data!["requests"]!["nodes"]!.AsArray().Select(n => (string)n!["id"]!).ShouldBe(expected, ignoreOrder: true, view);
        }

        var after = await CountsAsync();
        int Grown(string view) => (int)after[view]! - (int)before[view]!;
        (Grown("toTreat"), Grown("mine"), Grown("team"), Grown("awaiting"), Grown("snoozed"), Grown("closed")).ShouldBe((1, 1, 2, 1, 1, 1));
        after["reason"]!.AsArray().ShouldContain(f => (string)f!["value"]! == "CarerExhaustion");
    }

    [Fact]
    public async Task Given_a_critical_call_When_an_hour_passes_Then_it_is_overdue_and_an_answer_in_time_is_not()
    {
        var (answered, late) = (await CallAsync(null, "NOT_COLLECTED", "CRITICAL"), await CallAsync(null, "NOT_COLLECTED", "CRITICAL"));
        ((bool)(await DoAsync("answerRequest", new { id = answered, answer = "Fait." }))["request"]!["overdue"]!).ShouldBeFalse();
        Platform.Clock.Advance(TimeSpan.FromMinutes(61));
        var page = await Coordinator.AskAsync("{ requests(first: 200, where: { overdue: true }) { nodes { id overdue } } }");
        var ids = page.Data!["requests"]!["nodes"]!.AsArray().Select(n => (string)n!["id"]!).ToList();
        ids.ShouldContain(late);
        ids.ShouldNotContain(answered);
    }

    [Fact]
    public async Task Given_a_professional_When_he_asks_Then_he_reads_the_answer_and_the_clock_but_not_whether_she_is_known()
    {
        var gp = Platform.Client(DemoUsers.All["gp"]);
        var input = Call(null);
        input["identity"] = new { birthName = "ESTÈVE", givenNames = new[] { "Paul" }, sex = "MALE", birthDate = "05/06/1933" };
        var mine = (await SubmitAsync(gp, input))["submitted"]!;
        mine["request"].ShouldBeNull();
        ((string)mine["mine"]!["described"]!).ShouldContain("Paul");
        var id = (string)mine["mine"]!["id"]!;
        (await gp.AskAsync("query($id: ID!) { request(id: $id) { id } }", new { id })).Code.ShouldBe("FORBIDDEN");
        var read = (await Coordinator.AskAsync("query($id: ID!) { request(id: $id) { origin channel requester { id } subject { birthName } } }", new { id })).Data!["request"]!;
        ((string)read["origin"]!, (string)read["channel"]!).ShouldBe(("INDEPENDENT_PROFESSIONAL", "PLATFORM"));
        await DoAsync("orientRequest", new { id, to = "SAD mixte d'Agen", with = "Coordonnées transmises" });
        var own = await gp.AskAsync("{ myRequests(first: 5) { nodes { id status answer to dueAt overdue } } }");
        var row = own.Data!["myRequests"]!["nodes"]!.AsArray().Single(n => (string)n!["id"]! == id)!;
        ((string)row["status"]!, (string)row["to"]!, (string)row["answer"]!).ShouldBe(("ORIENTED", "SAD mixte d'Agen", "Coordonnées transmises"));
        (await Platform.Client(DemoUsers.All["nurse"]).AskAsync("{ myRequests { nodes { id } } }")).Data!["myRequests"]!["nodes"]!.AsArray().ShouldBeEmpty();

        // The same one described again is the same person, not a second one.
        var again = (string)(await SubmitAsync(gp, input))["submitted"]!["mine"]!["id"]!;
        async Task<string> Subject(string request) => (string)(await Coordinator.AskAsync("query($id: ID!) { request(id: $id) { subject { id } } }", new { id = request })).Data!["request"]!["subject"]!["id"]!;
        (await Subject(again)).ShouldBe(await Subject(id));
    }

    [Fact]
    public async Task Given_a_grid_When_answered_Then_it_proposes_in_words_and_asks_for_every_question()
    {
        var id = await CallAsync(null, "NOT_COLLECTED");
        var grid = (await Coordinator.AskAsync("{ screeningGrids { code version label source questions { code label options { code label } } } }")).Data!["screeningGrids"]![0]!;
        ((string)grid["source"]!).ShouldContain("aucune étude");
        var questions = grid["questions"]!.AsArray();
        var answers = questions.Select(q => new { question = (string)q!["code"]!, option = (string)q["options"]!.AsArray()[^1]!["code"]! }).ToArray();
        var input = new { id, grid = (string)grid["code"]!, version = (int)grid["version"]!, answers };
        ((string)(await DoAsync("screenRequest", input))["request"]!["screening"]!["suggestion"]!).ShouldBe("SUPPORT");
        ((string)(await DoAsync("screenRequest", input with { answers = answers[..2] }))["errors"]![0]!["rule"]!).ShouldBe("EVERY_QUESTION");
        ((string)(await DoAsync("rateRequest", new { id, complexity = "COMPLEX" }))["request"]!["complexity"]!).ShouldBe("COMPLEX");
    }

    [Fact]
    public async Task Given_a_request_When_its_facts_are_replayed_Then_the_row_is_the_same()
    {
        var id = await CallAsync(await RegisterAsync());
        await DoAsync("requalifyRequest", new { id, urgency = "URGENT", reason = "Chute." });
        await DoAsync("snoozeRequest", new { id, until = "2026-11-30", awaiting = "PERSON" });
        await DoAsync("answerRequest", new { id, answer = "Fait." });
        var stream = Api.GraphQL.NodeId.Decode("SupportRequest", id, "id");
        await using var session = Platform.Get<DocumentStore>().QuerySession("dac-47");
        var stored = await session.LoadAsync<SupportRequestView>(stream);
        async Task<SupportRequestView> ReplayAsync() => (await session.Events.FetchStreamAsync(stream)).Aggregate((SupportRequestView?)null, SupportRequestView.Next)!;
        var (once, twice) = (await ReplayAsync(), await ReplayAsync());
        once.ShouldBe(twice);
        once.ShouldBe(stored);
    }
}
