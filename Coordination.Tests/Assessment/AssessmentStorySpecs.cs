using System.Text.Json.Nodes;
using Coordination.Api.GraphQL;
using Coordination.Domain.Directory;
using Coordination.Domain.Identifiers;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Coordination.Tests.Security;

namespace Coordination.Tests.Assessment;

/// <summary>Assessments over HTTP: from a draft to a trend, who reads which grid, estimated and notified groups.</summary>
public sealed class AssessmentStorySpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string One = "id on status complete version score { value code label explanation } answers { question value modality } trend { direction difference items { question direction } } previous { id } corrections { by reason scoreBefore answersBefore { question value } } assessor { displayName }";
    private static readonly string[] Activities =
    [
        "COHERENCE_COMMUNICATION", "COHERENCE_BEHAVIOUR", "ORIENTATION_TIME", "ORIENTATION_PLACE", "WASHING_UPPER", "WASHING_LOWER", "DRESSING_UPPER", "DRESSING_MIDDLE", "DRESSING_LOWER",
        "EATING_SERVE", "EATING_EAT", "ELIMINATION_URINE", "ELIMINATION_FAECES", "TRANSFERS", "INDOORS", "OUTDOORS", "REMOTE_COMMUNICATION",
    ];

    private readonly string territory = Story.NewTerritory();

    private HttpClient Client => platform.Client(Story.Coordinator(territory));

    [Fact]
    public async Task Given_two_assessments_a_month_apart_When_the_second_is_validated_Then_both_stand_and_the_trend_says_worse()
    {
        var id = Id(await platform.FollowAsync("0009301", Story.Traits(), territory: territory));
        var first = await AssessAsync(id, "2026-10-20", "A");
        ((int)first["score"]!["value"]!, (string)first["score"]!["code"]!, (bool)first["complete"]!).ShouldBe((6, "MED-344", true));
        first["trend"].ShouldBeNull();
        var second = await AssessAsync(id, "2026-11-20", "A", ("TRANSFERS", "0000"), ("WASHING_LOWER", "1011"));
        second["previous"]!["id"]!.GetValue<string>().ShouldBe((string)first["id"]!);
        second["trend"]!["direction"]!.GetValue<string>().ShouldBe("WORSE");
        second["trend"]!["items"]!.AsArray().Select(i => (string)i!["question"]!).ShouldBe(["WASHING_LOWER", "TRANSFERS"], ignoreOrder: true);
        ((string)second["score"]!["explanation"]!.AsArray()[^1]!).ShouldContain("GIR");
        (await ListAsync(id)).Select(a => (string)a["on"]!).ShouldBe(["2026-11-20", "2026-10-20"]);
        var older = await AssessAsync(id, "2026-09-01", "B");
        older["previous"].ShouldBeNull("an earlier day has nothing before it, whenever it is recorded");
    }

    [Fact]
    public async Task Given_a_validated_assessment_When_it_is_corrected_Then_both_are_read_And_the_reason_is_sealed()
    {
        var id = Id(await platform.FollowAsync("0009302", Story.Traits(), territory: territory));
        var validated = await AssessAsync(id, "2026-11-20", "A");
        var assessmentId = (string)validated["id"]!;
        Error(await MutateAsync("answerAssessment", new { recordId = id, assessmentId, answers = new[] { new { question = "TRANSFERS", value = "B" } } })).ShouldBe("AssessmentIsValidatedError");
        Error(await MutateAsync("correctAssessment", new { recordId = id, assessmentId, answers = new[] { new { question = "TRANSFERS", value = "B" } }, reason = "CANARYREASON" })).ShouldBeNull();
        var corrected = (await ListAsync(id)).Single();
        ((int)corrected["score"]!["value"]!).ShouldBe(5);
        var correction = corrected["corrections"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)correction["reason"]!, (int)correction["scoreBefore"]!).ShouldBe(("CANARYREASON", 6));
        correction["answersBefore"]!.AsArray().Single(a => (string)a!["question"]! == "TRANSFERS")!["value"]!.GetValue<string>().ShouldBe("A");
        await using var session = platform.Get<global::Platform.EventStore.DocumentStore>().QuerySession(territory);
        var bodies = await session.RawAsync("select data::text from mt_events where tenant_id = $1", [territory], row => row.GetString(0), default);
        string.Concat(bodies).ShouldNotContain("CANARYREASON");
    }

    [Fact]
    public async Task Given_part_of_the_answers_When_validated_Then_incomplete_And_a_stale_version_or_somebody_elses_assessment_is_refused()
    {
        var id = Id(await platform.FollowAsync("0009303", Story.Traits(), territory: territory));
        var other = Id(await platform.FollowAsync("0009304", Story.Traits("AUTRE"), territory: territory));
        var draft = await StartAsync(id, "AGGIR", "2026-11-20");
        Error(await MutateAsync("answerAssessment", new { recordId = id, assessmentId = draft, answers = new[] { new { question = "TRANSFERS", value = "A" } }, expectedVersion = 9 })).ShouldBe("ConcurrentChangeError");
        Error(await MutateAsync("answerAssessment", new { recordId = other, assessmentId = draft, answers = new[] { new { question = "TRANSFERS", value = "A" } } })).ShouldBe("AssessmentNotFoundError");
        Error(await MutateAsync("answerAssessment", new { recordId = id, assessmentId = draft, answers = new[] { new { question = "TRANSFERS", value = "X" } } })).ShouldBe("InvalidInputError");
        Error(await MutateAsync("answerAssessment", new { recordId = id, assessmentId = draft, answers = new[] { new { question = "TRANSFERS", value = "A" } } })).ShouldBeNull();
        Error(await MutateAsync("correctAssessment", new { recordId = id, assessmentId = draft, answers = new[] { new { question = "TRANSFERS", value = "B" } }, reason = "x" })).ShouldBe("AssessmentNotValidatedError");
        Error(await MutateAsync("validateAssessment", new { recordId = id, assessmentId = draft, comment = "Fatiguée" })).ShouldBeNull();
        var one = (await ListAsync(id)).Single();
        ((string)one["status"]!, (bool)one["complete"]!).ShouldBe(("VALIDATED", false));
        one["score"].ShouldBeNull();
        (await Client.AskAsync("query($id: ID!, $a: ID!) { careRecord(id: $id) { assessment(id: $a) { id } } }", new { id = other, a = draft })).Data!["careRecord"]!["assessment"].ShouldBeNull();
    }

    [Fact]
    public async Task Given_an_estimate_and_a_notification_When_the_autonomy_is_read_Then_each_is_told_apart()
    {
        var id = Id(await platform.FollowAsync("0009305", Story.Traits(), territory: territory));
        await AssessAsync(id, "2026-11-20", "C");
        Error(await MutateAsync("recordNotifiedGir", new { recordId = id, gir = 2, on = "2026-11-21" })).ShouldBeNull();
        Error(await MutateAsync("recordNotifiedGir", new { recordId = id, gir = 8, on = "2026-11-21" })).ShouldBe("InvalidInputError");
        var autonomy = (await Client.AskAsync("query($id: ID!) { careRecord(id: $id) { autonomy { estimated { gir code on } notified { gir code on } } } }", new { id })).Data!["careRecord"]!["autonomy"]!;
        autonomy["estimated"]!.ToJsonString().ShouldBe("""{"gir":1,"code":"MED-339","on":"2026-11-20"}""");
        autonomy["notified"]!.ToJsonString().ShouldBe("""{"gir":2,"code":"MED-340","on":"2026-11-21"}""");
    }

    [Fact]
    public async Task Given_a_social_worker_of_the_team_When_she_lists_assessments_Then_the_clinical_grid_is_not_hers()
    {
        var social = new ProfessionalId(Guid.NewGuid());
        var world = new AccessWorld(platform, territory);
        var person = await world.WriteAsync(new([new Domain.CareRecord.InformationRecorded(new(2026, 9, 2))], [new(social, Domain.CareTeam.LegalCase.RecognisedByPerson)]));
        var id = Id(person);
        await AssessAsync(id, "2026-11-20", "A");
        var clinical = await StartAsync(id, "SSIAD_SITUATION", "2026-11-20");
        Error(await MutateAsync("answerAssessment", new { recordId = id, assessmentId = clinical, answers = new[] { new { question = "FLAGS", value = "R32,F06.7" } } })).ShouldBeNull();
        var client = platform.Client(world.Subject(Role.CommunityWorker, social));
        var read = await client.AskAsync("query($id: ID!) { careRecord(id: $id) { assessments { nodes { grid { code } } } } }", new { id });
        read.Data!["careRecord"]!["assessments"]!["nodes"]!.AsArray().Select(n => (string)n!["grid"]!["code"]!).ShouldBe(["AGGIR"]);
        (await client.AskAsync("query($id: ID!, $a: ID!) { careRecord(id: $id) { assessment(id: $a) { id } } }", new { id, a = clinical })).Code.ShouldBe("FORBIDDEN");
        (await client.AskAsync("mutation($input: ValidateAssessmentInput!) { validateAssessment(input: $input) { errors { __typename } } }", new { input = new { recordId = id, assessmentId = clinical } })).Code.ShouldBe("FORBIDDEN");
    }

    private static string Id(PersonId person) => NodeId.Encode("Person", person.Value);

    private static string? Error(JsonNode payload) => (string?)payload["errors"]?[0]!["__typename"];

    private async Task<string> StartAsync(string recordId, string grid, string on)
    {
        var before = (await ListAsync(recordId)).Select(a => (string)a["id"]!).ToHashSet();
        Error(await MutateAsync("startAssessment", new { recordId, grid, on })).ShouldBeNull();
        return (await ListAsync(recordId)).Select(a => (string)a["id"]!).Single(a => !before.Contains(a));
    }

    private async Task<JsonNode> AssessAsync(string recordId, string on, string value, params (string Question, string Value)[] other)
    {
        var assessmentId = await StartAsync(recordId, "AGGIR", on);
        var answers = Activities.Select(a => new { question = a, value = other.FirstOrDefault(o => o.Question == a).Value ?? value }).ToArray();
        Error(await MutateAsync("answerAssessment", new { recordId, assessmentId, answers })).ShouldBeNull();
        Error(await MutateAsync("validateAssessment", new { recordId, assessmentId })).ShouldBeNull();
        return (await ListAsync(recordId)).Single(a => (string)a["id"]! == assessmentId);
    }

    private async Task<List<JsonNode>> ListAsync(string id)
    {
        var answer = await Client.AskAsync($"query($id: ID!) {{ careRecord(id: $id) {{ assessments(first: 50) {{ nodes {{ {One} }} }} }} }}", new { id });
        return [.. answer.Data.ShouldNotBeNull(answer.Text)["careRecord"]!["assessments"]!["nodes"]!.AsArray().Select(n => n!)];
    }

    private async Task<JsonNode> MutateAsync(string verb, object input)
    {
        var answer = await Client.AskAsync($"mutation($input: {char.ToUpperInvariant(verb[0])}{verb[1..]}Input!) {{ {verb}(input: $input) {{ record {{ id }} errors {{ __typename }} }} }}", new { input });
        return answer.Data.ShouldNotBeNull(answer.Text)[verb]!;
    }
}
