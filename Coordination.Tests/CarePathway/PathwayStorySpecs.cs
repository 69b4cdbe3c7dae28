using System.Text.Json.Nodes;
using Coordination.Api.GraphQL;
using Coordination.Api.Security.Development;
using Coordination.Domain.CareRecord;
using Coordination.Domain.CareTeam;
using Coordination.Domain.Directory;
using Coordination.Domain.Identifiers;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Coordination.Tests.Security;

namespace Coordination.Tests.CarePathway;

/// <summary>Pathways, ruptures and unmet needs over HTTP: from the template to the exit, from the report to the counts.</summary>
public sealed class PathwayStorySpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string Record =
        "id pathways { id title templateVersion version nextDueOn conditions exit { reason } steps { code title own status dueOn moved deviation owner { displayName } } } disruptions { id nature status type { label } text answer version }";

    private const string Errors = "errors { __typename ... on InvalidInputError { field rule } ... on StepsStillOpenError { count } ... on ConcurrentChangeError { currentVersion } }";
    private readonly string territory = Story.NewTerritory();

    private HttpClient Client => platform.Client(Story.Coordinator(territory));

    [Fact]
    public async Task Given_a_pathway_When_carried_out_Then_steps_follow_deviate_move_and_end_And_another_of_the_type_may_follow()
    {
        var recordId = Id(await platform.FollowAsync("0009301", Story.Traits(), territory: territory));
        var apply = new { recordId, template = "HEART_FAILURE", enteredOn = "2026-11-20", conditions = new[] { "REMOTE_MONITORING" } };
        var pathway = Pathway(await MutateAsync("applyPathway", apply));
        var pathwayId = (string)pathway["id"]!;
        Step(pathway, "CARER_POINT")["status"]!.GetValue<string>().ShouldBe("NOT_APPLICABLE");
        (await MutateAsync("applyPathway", apply))["errors"]![0]!["__typename"]!.GetValue<string>().ShouldBe("PathwayIsOpenError");
        (await MutateAsync("applyPathway", new { recordId, template = "NONE", enteredOn = "2026-11-20", conditions = Array.Empty<string>() }))["errors"]![0]!["rule"]!.GetValue<string>().ShouldBe("UNKNOWN_TEMPLATE");

        pathway = Pathway(await MutateAsync("statePathwayConditions", new { recordId, pathwayId, conditions = new[] { "HAS_CARER" } }));
        Step(pathway, "CARER_POINT")["status"]!.GetValue<string>().ShouldBe("PLANNED");
        pathway = Pathway(await MutateAsync("completePathwayStep", new { recordId, pathwayId, step = "CARDIOLOGIST", on = "2026-11-23" }));
        Step(pathway, "EDUCATION")["dueOn"]!.GetValue<string>().ShouldBe("2026-12-07");
        pathway = Pathway(await MutateAsync("skipPathwayStep", new { recordId, pathwayId, step = "EDUCATION", reason = "NO_RESOURCE", note = "Aucun programme ici" }));
        Step(pathway, "EDUCATION")["deviation"]!.GetValue<string>().ShouldBe("NO_RESOURCE");
        (await MutateAsync("addPathwayStep", new { recordId, pathwayId, title = " ", role = "NURSE", dueOn = "2026-12-01" }))["errors"]![0]!["field"]!.GetValue<string>().ShouldBe("title");
        pathway = Pathway(await MutateAsync("addPathwayStep", new { recordId, pathwayId, title = "Peser à domicile", role = "NURSE", dueOn = "2026-11-24" }));
        pathway["nextDueOn"]!.GetValue<string>().ShouldBe("2026-11-24");
        var own = pathway["steps"]!.AsArray().Single(s => (bool)s!["own"]!)!;
        own["title"]!.GetValue<string>().ShouldBe("Peser à domicile");
        pathway = Pathway(await MutateAsync("assignPathwayStep", new { recordId, pathwayId, step = (string)own["code"]!, professional = NodeId.Encode("Professional", DemoUsers.Coordinator.Value) }));
        pathway["steps"]!.AsArray().Single(s => (bool)s!["own"]!)!["owner"]!["displayName"]!.GetValue<string>().ShouldBe("Claire Demoncourt");
        pathway = Pathway(await MutateAsync("reschedulePathwayStep", new { recordId, pathwayId, step = "PHYSICIAN_D7", dueOn = "2026-12-20", reason = "IN_HOSPITAL" }));
        Step(pathway, "PHYSICIAN_D7")["moved"]!.GetValue<bool>().ShouldBeTrue();
        (await MutateAsync("completePathwayStep", new { recordId, pathwayId, step = "NONE", on = "2026-11-23" }))["errors"]![0]!["__typename"]!.GetValue<string>().ShouldBe("StepNotFoundError");
        (await MutateAsync("reopenPathwayStep", new { recordId, pathwayId, step = "EDUCATION", expectedVersion = 1 }))["errors"]![0]!["__typename"]!.GetValue<string>().ShouldBe("ConcurrentChangeError");

        (await DueAsync("2026-11-23")).ShouldBeEmpty();
        (await DueAsync("2026-11-24")).ShouldBe([pathwayId]);
        (await MutateAsync("exitPathway", new { recordId, pathwayId, reason = "COMPLETED", on = "2026-11-23" }))["errors"]![0]!["count"]!.GetValue<int>().ShouldBeGreaterThan(1);
        Pathway(await MutateAsync("exitPathway", new { recordId, pathwayId, reason = "MOVED", on = "2026-11-23" }))["exit"]!["reason"]!.GetValue<string>().ShouldBe("MOVED");
        (await DueAsync("2026-12-31")).ShouldBeEmpty();
        (await MutateAsync("applyPathway", apply))["record"]!["pathways"]!.AsArray().Count.ShouldBe(2);
        (await LifeAsync(recordId)).ShouldContain("Entrée dans un parcours : Insuffisance cardiaque");
    }

    [Fact]
    public async Task Given_a_nurse_of_the_team_When_she_reports_a_rupture_Then_the_dac_qualifies_answers_and_counts_it()
    {
        var nurse = new ProfessionalId(Guid.NewGuid());
        var world = new AccessWorld(platform, territory);
        var recordId = Id(await world.WriteAsync(new([new InformationRecorded(new(2026, 9, 2))], [new(nurse, LegalCase.RecognisedByPerson)]), discharge: false));
        var hers = platform.Client(world.Subject(Role.Nurse, nurse));
        (await MutateAsync("reportDisruption", new { recordId, nature = "RUPTURE", type = "INVENTED", noticedOn = "2026-11-22" }, hers))["errors"]![0]!["field"]!.GetValue<string>().ShouldBe("type");
        var report = await MutateAsync("reportDisruption", new { recordId, nature = "RUPTURE", type = "HOME_CARE_STOPPED", noticedOn = "2026-11-22", text = "Plus personne le dimanche" }, hers);
        var disruption = report["record"]!["disruptions"]!.AsArray().ShouldHaveSingleItem()!;
        disruption["type"]!["label"]!.GetValue<string>().ShouldBe("Arrêt ou insuffisance de l'aide à domicile");
        var disruptionId = (string)disruption["id"]!;
        (await hers.AskAsync("mutation($r: ID!, $d: ID!) { closeDisruption(input: { recordId: $r, disruptionId: $d, reason: RESOLVED }) { errors { __typename } } }", new { r = recordId, d = disruptionId })).Code.ShouldBe("FORBIDDEN");
        (await MutateAsync("answerDisruption", new { recordId, disruptionId, answer = "x" }))["errors"]![0]!["__typename"]!.GetValue<string>().ShouldBe("DisruptionNotQualifiedError");
        (await MutateAsync("qualifyDisruption", new { recordId, disruptionId, type = "HOME_CARE_STOPPED", cause = "NO_CAPACITY", resource = "HOME_HELP", prejudice = "SAFETY" }))["errors"].ShouldBeNull();
        (await MutateAsync("answerDisruption", new { recordId, disruptionId, answer = "SAD de garde" }))["record"]!["disruptions"]![0]!["answer"]!.GetValue<string>().ShouldBe("SAD de garde");
        (await MutateAsync("confirmPersistence", new { recordId, disruptionId }))["record"]!["disruptions"]![0]!["status"]!.GetValue<string>().ShouldBe("PERSISTING");
        var other = Id(await platform.FollowAsync("0009302", Story.Traits("AUTRE"), territory: territory));
        (await MutateAsync("closeDisruption", new { recordId = other, disruptionId, reason = "RESOLVED" }))["errors"]![0]!["__typename"]!.GetValue<string>().ShouldBe("DisruptionNotFoundError");
        var figures = (await Client.AskAsync("{ disruptionMeasures(from: \"2026-11-01\", to: \"2026-11-30\") { nature type typeLabel commune count open persisting } }")).Data!["disruptionMeasures"]!.AsArray().ShouldHaveSingleItem()!;
        (figures["commune"]!.GetValue<string>(), figures["count"]!.GetValue<int>(), figures["persisting"]!.GetValue<int>()).ShouldBe(("Agen", 1, 1));
    }

    [Fact]
    public async Task Given_a_typology_When_the_administrator_changes_it_Then_reports_use_it_and_what_stood_keeps_its_words()
    {
        var admin = platform.Client(DemoUsers.All["admin"] with { Territory = new(territory) });
        var recordId = Id(await platform.FollowAsync("0009303", Story.Traits(), territory: territory));
        (await MutateAsync("defineTypologyCode", new { dimension = "TYPE", code = "transport", label = "x" }, admin, "typology { codes { code } }"))["errors"]![0]!["rule"]!.GetValue<string>().ShouldBe("TYPOLOGY_CODE");
        (await MutateAsync("defineTypologyCode", new { dimension = "TYPE", code = "TRANSPORT_GAP", label = "Aucun transport" }, admin, "typology { codes { code label own } }"))["errors"].ShouldBeNull();
        (await MutateAsync("reportDisruption", new { recordId, nature = "UNMET_NEED", type = "TRANSPORT_GAP", noticedOn = "2026-11-22" }))["record"]!["disruptions"]![0]!["type"]!["label"]!.GetValue<string>().ShouldBe("Aucun transport");
        (await MutateAsync("retireTypologyCode", new { dimension = "TYPE", code = "TRANSPORT_GAP" }, admin, "typology { codes { code retired } }"))["errors"].ShouldBeNull();
        (await MutateAsync("reportDisruption", new { recordId, nature = "UNMET_NEED", type = "TRANSPORT_GAP", noticedOn = "2026-11-22" }))["errors"]![0]!["rule"]!.GetValue<string>().ShouldBe("UNKNOWN_CODE");
        var disruptions = (await Client.AskAsync($"query($id: ID!) {{ careRecord(id: $id) {{ {Record} }} }}", new { id = recordId })).Data!["careRecord"]!["disruptions"]!;
        disruptions[0]!["type"]!["label"]!.GetValue<string>().ShouldBe("Aucun transport");
    }

    [Fact]
    public async Task Given_a_typology_that_was_changed_When_its_administration_is_read_Then_each_decision_has_its_words_author_and_turn()
    {
        var own = Story.NewTerritory();
        var admin = platform.Client(DemoUsers.All["admin"] with { Territory = new(own) });
        await MutateAsync("defineTypologyCode", new { dimension = "RESOURCE", code = "MEALS", label = "Portage de repas" }, admin, "typology { codes { code } }");
        await MutateAsync("retireTypologyCode", new { dimension = "TYPE", code = "ISOLATION" }, admin, "typology { codes { code } }");
        const string Read = "{ administration { typology { dimension code label own retired } typologyHistory { type label author } } }";
        var read = (await platform.Client(DemoUsers.All["auditor"] with { Territory = new(own) }).AskAsync(Read)).Data!["administration"]!;
        read["typologyHistory"]!.AsArray().Select(h => ((string)h!["type"]!, (string)h["label"]!)).ShouldBe(
        [
            ("typology_code_retired", "Type : « Isolement » n'est plus proposé (ISOLATION)"),
            ("typology_code_defined", "Ressource manquante : « Portage de repas » proposé (MEALS)"),
        ]);
        (await admin.AskAsync(Read)).Data!["administration"]!["typologyHistory"]!.AsArray().ShouldAllBe(h => (string)h!["author"]! == DemoUsers.All["admin"].DisplayName);
        read["typology"]!.AsArray().Single(c => (string)c!["code"]! == "ISOLATION")!["retired"]!.GetValue<bool>().ShouldBeTrue();
        read["typology"]!.AsArray().Single(c => (string)c!["code"]! == "MEALS")!["own"]!.GetValue<bool>().ShouldBeTrue();

        var elsewhere = (await platform.Client(DemoUsers.All["admin"] with { Territory = new(Story.NewTerritory()) }).AskAsync(Read)).Data!["administration"]!;
        elsewhere["typologyHistory"]!.AsArray().ShouldBeEmpty();
        elsewhere["typology"]!.AsArray().ShouldNotContain(c => (bool)c!["own"]! || (bool)c["retired"]!);
    }

    private static string Id(PersonId person) => NodeId.Encode("Person", person.Value);

    private static JsonNode Pathway(JsonNode payload) => payload["record"].ShouldNotBeNull(payload.ToJsonString())["pathways"]![0]!;

    private static JsonNode Step(JsonNode pathway, string code) => pathway["steps"]!.AsArray().Single(s => (string)s!["code"]! == code)!;

    private async Task<List<string>> DueAsync(string until) => [.. (await Client.AskAsync("query($until: Date) { pathwayStepsDue(until: $until) { nodes { id } } }", new { until })).Data!["pathwayStepsDue"]!["nodes"]!
        .AsArray().Select(n => (string)n!["id"]!)];

    private async Task<List<string>> LifeAsync(string id) => [.. (await Client.AskAsync("query($id: ID!) { careRecord(id: $id) { lifeLine(first: 50) { nodes { label } } } }", new { id })).Data!["careRecord"]!["lifeLine"]!["nodes"]!
        .AsArray().Select(n => (string)n!["label"]!)];

    private async Task<JsonNode> MutateAsync(string verb, object input, HttpClient? client = null, string? on = null)
    {
        var answer = await (client ?? Client).AskAsync(
            $"mutation($input: {char.ToUpperInvariant(verb[0])}{verb[1..]}Input!) {{ {verb}(input: $input) {{ {on ?? $"record {{ {Record} }}"} {ErrorsOf(verb)} }} }}", new { input });
        return answer.Data.ShouldNotBeNull(answer.Text)[verb].ShouldNotBeNull(answer.Text);
    }

    private static string ErrorsOf(string verb) => verb is "exitPathway" ? Errors : Errors.Replace("... on StepsStillOpenError { count } ", "", StringComparison.Ordinal);
}
