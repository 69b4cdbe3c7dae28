using System.Text.Json.Nodes;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;

namespace Coordination.Tests.Tasks;

/// <summary>Tasks and contacts over HTTP: whose list they are in and when, what two people do at once, what stays of a correction.</summary>
public sealed class TaskStorySpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string Errors = "errors { __typename ... on InvalidInputError { field rule } ... on ConcurrentChangeError { currentVersion } }";
    private const string Fields = "id title version status mine awaiting { name until } outcome note person { id } owner { displayName } origin { kind id }";
    private readonly string territory = Story.NewTerritory();

    private HttpClient Client => platform.Client(Story.Coordinator(territory));

    private HttpClient Other => platform.Client(Story.Other(territory));

    [Fact]
    public async Task Given_a_task_When_awaited_Then_it_leaves_the_list_until_its_day_or_the_answer()
    {
        var id = (string)(await CreateAsync(new { kind = "CALL", title = "Rappeler la pharmacie", dueAt = "2026-11-24T09:00:00Z" }))["id"]!;
        (await ListAsync("MINE")).ShouldBe([id]);
        (await MutateAsync("awaitTask", new { id, until = "2026-11-25", named = "Pharmacie" }))["task"]!["awaiting"]!["name"]!.GetValue<string>().ShouldBe("Pharmacie");
        (await ListAsync("MINE")).ShouldBeEmpty();
        (await ListAsync("AWAITED")).ShouldBe([id]);
        (await ListAsync("TEAM")).ShouldBe([id]);
        platform.Clock.Advance(TimeSpan.FromDays(2));
        (await ListAsync("MINE")).ShouldBe([id]);
        (await ListAsync("MINE", new { due = new[] { "OVERDUE" } })).ShouldBe([id]);
        (await ListAsync("MINE", new { due = new[] { "TODAY", "WEEK", "LATER", "UNDATED" } })).ShouldBeEmpty();
        (await MutateAsync("awaitTask", new { id, until = "2026-12-25", named = "Pharmacie" }))["errors"].ShouldBeNull();
        (await MutateAsync("answerTask", new { id, note = "Livré" }))["task"]!["note"]!.GetValue<string>().ShouldBe("Livré");
        (await ListAsync("MINE")).ShouldBe([id]);
    }

    [Fact]
    public async Task Given_two_coordinators_When_both_act_Then_done_counts_once_and_a_stale_version_is_told()
    {
        var task = await CreateAsync(new { kind = "OTHER", title = "Commander du papier", owner = Professional(Story.Other(territory)) }, also: Other);
        var id = (string)task["id"]!;
        (await ListAsync("MINE")).ShouldBeEmpty();
        (await MutateAsync("completeTask", new { id, outcome = "ACHIEVED", commandId = Guid.NewGuid() }, Other))["task"]!["status"]!.GetValue<string>().ShouldBe("DONE");
        (await MutateAsync("completeTask", new { id, outcome = "NOT_ACHIEVED" }))["task"]!["outcome"]!.GetValue<string>().ShouldBe("ACHIEVED");
        (await MutateAsync("postponeTask", new { id, dueAt = "2026-12-30T09:00:00Z", reason = "WORKLOAD" }))["errors"]![0]!["__typename"]!.GetValue<string>().ShouldBe("TaskIsClosedError");
        (await MutateAsync("reopenTask", new { id, expectedVersion = 1 }))["errors"]![0]!["currentVersion"]!.GetValue<int>().ShouldBe(2);
        (await MutateAsync("reopenTask", new { id, expectedVersion = 2 }))["task"]!["status"]!.GetValue<string>().ShouldBe("OPEN");
        var stranger = NodeId.Encode("Professional", Guid.NewGuid());
        (await MutateAsync("handOverTask", new { id, professional = stranger }))["errors"]![0]!["rule"]!.GetValue<string>().ShouldBe("NOT_OF_DAC");
        var batch = await Client.AskAsync("mutation($ids: [ID!]!, $to: ID!) { handOverTasks(input: { ids: $ids, professional: $to }) { batch { lines { taskId done message } } } }",
            new { ids = new[] { id, NodeId.Encode("Task", Guid.NewGuid()) }, to = Professional(Story.Coordinator(territory)) });
        batch.Data!["handOverTasks"]!["batch"]!["lines"]!.AsArray().Select(l => (bool)l!["done"]!).ShouldBe([true, false]);
        (await ListAsync("MINE")).ShouldBe([id]);
        var counts = (await Client.AskAsync("{ taskCounts { mine team overdue awaited doneToday } }")).Data!["taskCounts"]!;
        (counts["mine"]!.GetValue<int>(), counts["team"]!.GetValue<int>(), counts["overdue"]!.GetValue<int>()).ShouldBe((1, 1, 0));
    }

    [Fact]
    public async Task Given_a_command_sent_again_When_it_is_the_same_Then_one_task_And_when_it_is_another_Then_told()
    {
        var commandId = Guid.NewGuid();
        var first = await CreateAsync(new { kind = "RIGHTS", title = "Relancer la MDPH", commandId });
        var again = await CreateAsync(new { kind = "RIGHTS", title = "Relancer la MDPH", commandId });
        ((string)again["id"]!).ShouldBe((string)first["id"]!);
        (await MutateAsync("createTask", new { kind = "RIGHTS", title = "Autre", commandId }))["errors"]![0]!["__typename"]!.GetValue<string>().ShouldBe("IdempotencyMismatchError");
        (await MutateAsync("createTask", new { kind = "RIGHTS", title = " " }))["errors"]![0]!["field"]!.GetValue<string>().ShouldBe("title");
        (await ListAsync("TEAM")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Given_a_call_When_recorded_with_a_next_step_Then_both_are_in_the_record_And_a_correction_keeps_both_words()
    {
        var person = await platform.FollowAsync("0009201", Story.Traits(), territory: territory);
        var recordId = NodeId.Encode("Person", person.Value);
        var at = platform.Clock.GetUtcNow().AddHours(-3);
        var input = new
        {
            recordId, channel = "CALL", with = "CARER", outcome = "REACHED", at, minutes = 12, named = "Sa fille", text = "Fatiguée",
            nextStep = new { kind = "VISIT", title = "Passer la voir", dueAt = at.AddDays(3) }, commandId = Guid.NewGuid(),
        };
        (await MutateAsync("recordContact", input, on: "record { id }"))["errors"].ShouldBeNull();
        (await MutateAsync("recordContact", input, on: "record { id }"))["errors"].ShouldBeNull();
        var contact = (await RecordAsync(recordId))["contacts"]!["nodes"]!.AsArray().ShouldHaveSingleItem()!;
        (contact["text"]!.GetValue<string>(), contact["named"]!.GetValue<string>(), (DateTimeOffset)contact["at"]!).ShouldBe(("Fatiguée", "Sa fille", at));
        var task = (await RecordAsync(recordId))["tasks"]!["nodes"]!.AsArray().ShouldHaveSingleItem()!;
        (task["title"]!.GetValue<string>(), task["origin"]!["kind"]!.GetValue<string>()).ShouldBe(("Passer la voir", "CONTACT"));
        var correct = new { recordId, contactId = (string)contact["id"]!, channel = "CALL", with = "CARER", outcome = "REACHED", at, minutes = 30, direction = "INCOMING", text = "Très fatiguée" };
        (await MutateAsync("correctContact", correct, on: "record { id }"))["errors"].ShouldBeNull();
        var corrected = (await RecordAsync(recordId))["contacts"]!["nodes"]![0]!;
        (corrected["text"]!.GetValue<string>(), corrected["minutes"]!.GetValue<int>(), corrected["corrections"]!.GetValue<int>(), corrected["history"]!.AsArray().Count).ShouldBe(("Très fatiguée", 30, 1, 2));
        (await MutateAsync("recordContact", new { recordId, channel = "CALL", with = "CARER", outcome = "REACHED", at = at.AddDays(1) }, on: "record { id }"))["errors"]![0]!["field"]!.GetValue<string>().ShouldBe("at");
        var figures = await platform.Client(Api.Security.Development.DemoUsers.All["manager"] with { Territory = new(territory) })
            .AskAsync("{ contactMeasures(from: \"2026-11-01\", to: \"2026-12-31\") { channel count minutes reached professional { displayName } } }");
        var measure = figures.Data!["contactMeasures"]!.AsArray().ShouldHaveSingleItem()!;
        (measure["count"]!.GetValue<int>(), measure["minutes"]!.GetValue<int>(), measure["reached"]!.GetValue<int>()).ShouldBe((1, 30, 1));
        (await Client.AskAsync("query($id: ID!) { careRecord(id: $id) { closingBlockers { kind } lifeLine { nodes { kind } } } }", new { id = recordId })).Data!["careRecord"]!["closingBlockers"]!
            .AsArray().Select(b => (string)b!["kind"]!).ShouldBe(["TASK"]);
    }

    [Fact]
    public async Task Given_a_restricted_record_When_another_coordinator_lists_tasks_Then_its_tasks_are_not_there_nor_counted()
    {
        var person = await platform.FollowAsync("0009202", Story.Traits("CACHEE"), territory: territory);
        var recordId = NodeId.Encode("Person", person.Value);
        (await MutateAsync("assignReferent", new { recordId, professional = Professional(Story.Coordinator(territory)) }, on: "record { id }", type: "ProfessionalInput"))["errors"].ShouldBeNull();
        var id = (string)(await CreateAsync(new { kind = "CALL", title = "Secret", recordId }))["id"]!;
        (await Other.AskAsync("query($id: ID!) { task(id: $id) { id } }", new { id })).Data!["task"].ShouldNotBeNull();
        (await MutateAsync("restrictRecord", new { recordId }, on: "record { id }", type: "OnRecordInput"))["errors"].ShouldBeNull();
        (await ListAsync("TEAM", client: Other)).ShouldBeEmpty();
        (await ListAsync("TEAM")).ShouldBe([id]);
        (await Other.AskAsync("query($id: ID!) { task(id: $id) { id } }", new { id })).Data!["task"].ShouldBeNull();
        (await Other.AskAsync("{ taskCounts { team } }")).Data!["taskCounts"]!["team"]!.GetValue<int>().ShouldBe(0);
        (await MutateAsync("completeTask", new { id, outcome = "ACHIEVED" }, Other))["errors"]![0]!["__typename"]!.GetValue<string>().ShouldBe("TaskNotFoundError");
    }

    [Fact]
    public async Task Given_many_tasks_When_read_page_by_page_Then_each_once_soonest_first_and_undated_last()
    {
        var ids = new List<string>();
        foreach (var due in new[] { "2026-11-30T09:00:00Z", "2026-11-29T09:00:00Z", null, "2026-11-30T09:00:00Z", "2026-11-28T09:00:00Z" })
            ids.Add((string)(await CreateAsync(new { kind = "OTHER", title = $"T {due}", dueAt = due }))["id"]!);
        var paged = new List<string>();
        for (string? after = null; ;)
        {
            var page = (await Client.AskAsync("query($after: String) { tasks(view: MINE, first: 2, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } totalCount } }", new { after })).Data!["tasks"]!;
            page["totalCount"]!.GetValue<int>().ShouldBe(5);
            paged.AddRange(page["nodes"]!.AsArray().Select(n => (string)n!["id"]!));
            if (!(bool)page["pageInfo"]!["hasNextPage"]!) break;
            after = (string)page["pageInfo"]!["endCursor"]!;
        }

        paged.ShouldBe(ids, ignoreOrder: true);
        (paged[0], paged[1], paged[4]).ShouldBe((ids[4], ids[1], ids[2]));
    }

    private static string Professional(Subject subject) => NodeId.Encode("Professional", subject.Professional!.Value.Value);

    private async Task<List<string>> ListAsync(string view, object? where = null, HttpClient? client = null)
    {
        var answer = await (client ?? Client).AskAsync("query($view: TaskListView!, $where: TaskFilterInput) { tasks(view: $view, where: $where) { nodes { id } } }", new { view, where });
        return [.. answer.Data.ShouldNotBeNull(answer.Text)["tasks"]!["nodes"]!.AsArray().Select(n => (string)n!["id"]!)];
    }

    private async Task<JsonNode> RecordAsync(string id) => (await Client.AskAsync(
        $"query($id: ID!) {{ careRecord(id: $id) {{ contacts {{ nodes {{ id text named at minutes corrections history {{ type }} }} }} tasks {{ nodes {{ {Fields} }} }} }} }}", new { id })).Data!["careRecord"]!;

    private async Task<JsonNode> CreateAsync(object input, HttpClient? also = null)
    {
        if (also is not null) await also.AskAsync("{ me { role } }");
        var answer = await MutateAsync("createTask", input);
        return answer["task"].ShouldNotBeNull(answer.ToJsonString());
    }

    private async Task<JsonNode> MutateAsync(string verb, object input, HttpClient? client = null, string? on = null, string? type = null)
    {
        var answer = await (client ?? Client).AskAsync(
            $"mutation($input: {type ?? $"{char.ToUpperInvariant(verb[0])}{verb[1..]}Input"}!) {{ {verb}(input: $input) {{ {on ?? $"task {{ {Fields} }}"} {Errors} }} }}", new { input });
        return answer.Data.ShouldNotBeNull(answer.Text)[verb].ShouldNotBeNull(answer.Text);
    }
}
