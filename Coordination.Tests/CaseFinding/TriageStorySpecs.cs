using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Coordination.Tests.Journeys;

namespace Coordination.Tests.CaseFinding;

/// <summary>Requests over HTTP: from the call to the record, and everything else that triage decides (DOMAIN §5.2).</summary>
public sealed class TriageStorySpecs(PlatformFixture platform) : TriageStory(platform), IClassFixture<PlatformFixture>
{
    [Fact]
    [Trait(Criteria.Name, "5.2 AC1")]
    public async Task Given_an_anonymous_call_When_answered_Then_no_person_is_created_And_its_texts_read_sealed()
    {
        var before = await Platform.ScalarAsync<long>("select count(*) from mt_events where type = 'person_registered'");
        var id = await CallAsync(null, "NOT_COLLECTED");
        var answered = await DoAsync("answerRequest", new { id, answer = "Le CLIC rappellera." });
        ((string)answered["request"]!["status"]!).ShouldBe("ANSWERED");
        ((string)answered["request"]!["decision"]!["words"]!).ShouldBe("Le CLIC rappellera.");
        answered["request"]!["answeredAt"].ShouldNotBeNull();
        (await Platform.ScalarAsync<long>("select count(*) from mt_events where type = 'person_registered'")).ShouldBe(before);
        foreach (var table in new[] { "mt_events", "support_request_v2" })
            (await Platform.ScalarAsync<long>($"select count(*) from {table} t where t::text like '%CLIC rappellera%' or t::text like '%Ne dort plus%' or t::text like '%Mme Essai%'")).ShouldBe(0, table);
    }

    [Fact]
    public async Task Given_an_anonymous_call_When_closed_without_follow_up_Then_no_person_is_created_And_it_leaves_the_queue()
    {
        var before = await Platform.ScalarAsync<long>("select count(*) from mt_events where type = 'person_registered'");
        var id = await CallAsync(null, "NOT_COLLECTED");
        var closed = (await DoAsync("closeRequest", new { id, reason = "UNREACHABLE", words = "Trois appels sans réponse." }))["request"]!;
        ((string)closed["status"]!, (string)closed["decision"]!["words"]!).ShouldBe(("CLOSED", "Trois appels sans réponse."));
        closed["subject"].ShouldBeNull();
        var queue = (await Coordinator.AskAsync("{ requests(first: 200, where: { view: TO_TREAT }) { nodes { id } } }")).Data!["requests"]!["nodes"]!.AsArray();
        queue.Select(n => (string)n!["id"]!).ShouldNotContain(id);
        (await Platform.ScalarAsync<long>("select count(*) from mt_events where type = 'person_registered'")).ShouldBe(before);
    }

    [Fact]
    [Trait(Criteria.Name, "5.2 AC2")]
    public async Task Given_a_physician_who_is_not_told_When_accepted_Then_the_record_opens_only_with_a_recorded_reason()
    {
        var person = await RegisterAsync();
        var id = await CallAsync(person);
        const string record = "query($id: ID!) { person(id: $id) { record { id } } }";
        foreach (var reason in new[] { null, "", " " })
        {
            var refused = (await DoAsync("acceptRequest", new { id, intensity = "SUSTAINED", physician = "PERSON_REFUSES", physicianReason = reason }))["errors"]![0]!;
            ((string)refused["code"]!, (string)refused["field"]!).ShouldBe(("INVALID_INPUT", "physicianReason"));
        }

        (await Coordinator.AskAsync(record, new { id = person })).Data!["person"]!["record"].ShouldBeNull();
        var accepted = (await DoAsync("acceptRequest", new { id, intensity = "SUSTAINED", physician = "PERSON_REFUSES", physicianReason = "Ne veut pas qu'il le sache." }))["request"]!;
        ((string)accepted["status"]!, (string)accepted["decision"]!["words"]!).ShouldBe(("ACCEPTED", "Ne veut pas qu'il le sache."));
        (await Coordinator.AskAsync(record, new { id = person })).Data!["person"]!["record"].ShouldNotBeNull();
        (await Platform.ScalarAsync<long>("select count(*) from mt_events t where t::text like '%qu''il le sache%'")).ShouldBe(0);
    }

    [Fact]
    [Trait(Criteria.Name, "5.2 AC1")]
    public async Task Given_an_anonymous_call_When_identity_is_added_Then_information_comes_first_And_acceptance_opens_the_record()
    {
        var (id, person) = (await CallAsync(null, "NOT_COLLECTED"), await RegisterAsync());
        Code(await DoAsync("communicateRequestIdentity", new { id, person })).ShouldBe("REQUEST_INFORMATION_MISSING");
        Code(await DoAsync("acceptRequest", new { id, intensity = "SUSTAINED", physician = "INFORMED" })).ShouldBe("REQUEST_NAMES_NOBODY");
        await DoAsync("recordRequestInformation", new { id, information = "INFORMED", on = "2026-11-23", means = "ORAL" });
        ((string)(await DoAsync("communicateRequestIdentity", new { id, person }))["request"]!["subject"]!["id"]!).ShouldBe(person);
        var silent = await DoAsync("acceptRequest", new { id, intensity = "SUSTAINED", physician = "PERSON_REFUSES" });
        ((string)silent["errors"]![0]!["field"]!).ShouldBe("physicianReason");
        var accepted = await DoAsync("acceptRequest", new { id, intensity = "SUSTAINED", physician = "PERSON_REFUSES", physicianReason = "Ne veut pas qu'il le sache." });
        ((string)accepted["request"]!["status"]!).ShouldBe("ACCEPTED");
        var record = (await Coordinator.AskAsync("query($id: ID!) { careRecord(id: $id) { status intensity referent { displayName } } }", new { id = person })).Data!["careRecord"]!;
        ((string)record["status"]!, (string)record["intensity"]!, (string)record["referent"]!["displayName"]!).ShouldBe(("ACTIVE", "SUSTAINED", "Claire Demoncourt"));
        Code(await DoAsync("undoRequestDecision", new { id })).ShouldBe("DECISION_NOT_UNDOABLE");
        ((string)(await DoAsync("acceptRequest", new { id, intensity = "SUSTAINED", physician = "PERSON_REFUSES", physicianReason = "Ne veut pas qu'il le sache." }))["request"]!["status"]!).ShouldBe("ACCEPTED");
    }

    [Fact]
    public async Task Given_an_open_record_When_another_request_comes_Then_it_is_a_duplicate_and_not_a_second_record()
    {
        var person = await RegisterAsync();
        await DoAsync("acceptRequest", new { id = await CallAsync(person), intensity = "PUNCTUAL", physician = "NO_PHYSICIAN" });
        var second = await CallAsync(person);
        var refused = await DoAsync("acceptRequest", new { id = second, intensity = "PUNCTUAL", physician = "NO_PHYSICIAN" });
        Code(refused).ShouldBe("CARE_RECORD_ALREADY_OPEN");
        ((string)(await Coordinator.AskAsync("query($id: ID!) { request(id: $id) { status } }", new { id = second })).Data!["request"]!["status"]!).ShouldBe("RECEIVED");
        ((string)(await DoAsync("markRequestDuplicate", new { id = second }))["request"]!["status"]!).ShouldBe("DUPLICATE");
        var third = await CallAsync(person);
        Code(await DoAsync("markRequestDuplicate", new { id = third, of = third })).ShouldBe("INVALID_INPUT");
        ((string)(await DoAsync("markRequestDuplicate", new { id = third, of = second }))["request"]!["status"]!).ShouldBe("DUPLICATE");
    }

    [Fact]
    public async Task Given_a_person_who_opposes_When_a_call_names_her_or_is_accepted_Then_refused()
    {
        var person = await RegisterAsync();
        Code(await SubmitAsync(Coordinator, Call(person, "OPPOSED"))).ShouldBe("ANONYMOUS_REQUEST_NAMES_SOMEBODY");
        var id = await CallAsync(person, "NOT_COLLECTED");
        Code(await DoAsync("acceptRequest", new { id, intensity = "PUNCTUAL", physician = "NO_PHYSICIAN" })).ShouldBe("REQUEST_INFORMATION_MISSING");
        await DoAsync("recordRequestInformation", new { id, information = "OPPOSED", on = "2026-11-23", means = "ORAL" });
        Code(await DoAsync("acceptRequest", new { id, intensity = "PUNCTUAL", physician = "NO_PHYSICIAN" })).ShouldBe("REQUEST_PERSON_OPPOSES");
        ((string)(await DoAsync("refuseRequest", new { id, reason = "PERSON_REFUSES" }))["request"]!["decision"]!["refusal"]!).ShouldBe("PERSON_REFUSES");
    }

    [Fact]
    public async Task Given_a_decision_When_undone_at_once_Then_both_stay_in_the_history_with_their_author()
    {
        var id = await CallAsync(await RegisterAsync());
        await DoAsync("refuseRequest", new { id, reason = "OUTSIDE_MISSION", words = "Relève du CCAS." });
        Code(await DoAsync("undoRequestDecision", new { id }, Colleague)).ShouldBe("DECISION_NOT_UNDOABLE");
        var undone = (await DoAsync("undoRequestDecision", new { id }))["request"]!;
        ((string)undone["status"]!).ShouldBe("RECEIVED");
        undone["answeredAt"].ShouldBeNull();
        undone["history"]!.AsArray().Select(e => (string)e!["type"]!).ShouldBe(["support_asked", "support_refused", "support_request_decision_undone"]);
        undone["history"]!.AsArray().ShouldAllBe(e => (string)e!["author"]! == "Claire Demoncourt");
    }

    [Fact]
    public async Task Given_a_version_that_was_left_behind_When_decided_Then_the_conflict_is_told()
    {
        var id = await CallAsync(null, "NOT_COLLECTED");
        await DoAsync("rateRequest", new { id, complexity = "SIMPLE" });
        Code(await DoAsync("closeRequest", new { id, reason = "NEED_GONE", expectedVersion = 1 })).ShouldBe("CONCURRENT_CHANGE");
    }

    [Theory]
    [InlineData("commune", "x", "INVALID_INPUT")]
    [InlineData("commune", "33063", "COMMUNE_NOT_COVERED")]
    [InlineData("estimatedGir", 7, "INVALID_INPUT")]
    [InlineData("origin", "HOSPITAL_SOCIAL_SERVICE", "INVALID_INPUT")]
    [InlineData("wantedBy", "2026-01-01", "INVALID_INPUT")]
    [InlineData("informedOn", "2027-01-01", "INVALID_INPUT")]
    public async Task Given_a_value_that_breaks_a_rule_When_recorded_Then_it_is_named_and_nothing_is_written(string field, object value, string code)
    {
        var before = await Platform.ScalarAsync<long>("select count(*) from mt_events where type = 'support_asked'");
        var input = Call(null, "INFORMED");
        input[field] = value;
        Code(await SubmitAsync(Coordinator, input)).ShouldBe(code);
        (await Platform.ScalarAsync<long>("select count(*) from mt_events where type = 'support_asked'")).ShouldBe(before);
    }

    [Fact]
    public async Task Given_a_command_sent_twice_When_answered_Then_one_request()
    {
        var input = Call(null, "NOT_COLLECTED");
        input["commandId"] = Guid.NewGuid();
        var first = (string)(await SubmitAsync(Coordinator, input))["submitted"]!["request"]!["id"]!;
        ((string)(await SubmitAsync(Coordinator, input))["submitted"]!["request"]!["id"]!).ShouldBe(first);
    }
}
