using System.Text.Json;
using Coordination.Api.Security.Development;
using Coordination.Domain.CarePlan;
using Coordination.Domain.Identifiers;
using Coordination.Projections.CarePlan;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Coordination.Tests.Journeys;
using Platform.EventStore;

namespace Coordination.Tests.CarePlan;

/// <summary>Plans over HTTP: from the draft to the closure, versions, two people at once, what waits, what is not met.</summary>
public sealed class CarePlanStorySpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private readonly string territory = Story.NewTerritory();

    private PlanStory Plans => new(platform, territory);

    [Fact]
    [Trait(Criteria.Name, "5.2 AC3")]
    public async Task Given_a_plan_When_it_goes_from_draft_to_closure_Then_each_step_needs_what_it_needs_And_the_record_waits_for_it()
    {
        var plans = Plans;
        var id = await plans.BeginAsync();
        (await plans.ErrorAsync("draftCarePlan", new { recordId = id })).ShouldBeNull("begun once");
        (await plans.ErrorAsync("proposeCarePlan", new { recordId = id })).ShouldBe("CarePlanIncompleteError");
        var (objective, action) = await plans.FillAsync(id);
        await plans.RunAsync("proposeCarePlan", new { recordId = id });
        (await plans.ErrorAsync("validateCarePlan", new { recordId = id })).ShouldBe("PlanAgreementMissingError");
        await plans.RunAsync("recordPlanAgreement", new { recordId = id, giver = "PERSON", on = "2026-11-23", refusal = "Trop de passages" });
        await plans.RunAsync("validateCarePlan", new { recordId = id });
        var plan = await plans.PlanAsync(id);
        ((string)plan["status"]!, (bool)plan["agreement"]!["given"]!, (string)plan["agreement"]!["refusal"]!).ShouldBe(("VALIDATED", false, "Trop de passages"));
        await plans.RunAsync("answerPlanAction", new { recordId = id, item = action, accepts = true });
        await plans.RunAsync("reportPlanAction", new { recordId = id, item = action, status = "DONE" });
        ((string)(await plans.PlanAsync(id))["status"]!).ShouldBe("UNDER_WAY");
        await plans.RunAsync("callPlanReview", new { recordId = id, reason = "Nouvelle chute" });
        await plans.RunAsync("holdPlanReview", new { recordId = id, on = "2026-11-23", summary = "Point avec la fille", next = "2027-05-01" });
        await plans.RunAsync("distributeCarePlan", new { recordId = id, on = "2026-11-23", recipients = new[] { new { kind = "PERSON" } } });
        var blockers = await plans.Client.AskAsync("query($id: ID!) { careRecord(id: $id) { closingBlockers { kind } lifeLine { nodes { kind label } } } }", new { id });
        blockers.Text.ShouldContain("CARE_PLAN");
        blockers.Data!["careRecord"]!["lifeLine"]!["nodes"]!.AsArray().Select(n => (string)n!["label"]!).ShouldContain("Action réalisée");
        var refused = await plans.MutateAsync("closeCarePlan", new { recordId = id, end = "OBJECTIVES_REACHED" });
        ((string)refused["errors"]![0]!["objectives"]![0]!["text"]!).ShouldBe("Sortir seule jusqu'au marché");
        await plans.RunAsync("evaluateObjective", new { recordId = id, item = objective, status = "ACHIEVED" });
        await plans.RunAsync("closeCarePlan", new { recordId = id, end = "OBJECTIVES_REACHED" });
        (await plans.ErrorAsync("addPlanProblem", new { recordId = id, text = "x" })).ShouldBe("CarePlanIsClosedError");
        await plans.RunAsync("draftCarePlan", new { recordId = id });
        var next = await plans.PlanAsync(id);
        ((int)next["number"]!, next["items"]!.AsArray().Count, next["versions"]!.AsArray().Count).ShouldBe((2, 0, 2));
    }

    [Fact]
    [Trait(Criteria.Name, "5.2 AC3")]
    public async Task Given_a_validated_plan_When_it_is_revised_Then_the_first_version_is_read_as_it_was_And_both_are_compared_field_by_field()
    {
        var plans = Plans;
        var id = await plans.InForceAsync();
        var before = await plans.PlanAsync(id);
        platform.Clock.Advance(TimeSpan.FromMinutes(5));
        var then = platform.Clock.GetUtcNow().AddMinutes(-1);
        await plans.RunAsync("reviseCarePlan", new { recordId = id });
        var (version, action) = ((int)(await plans.PlanAsync(id))["version"]!, (string)PlanStory.Item(before, "ACTION")["id"]!);
        await plans.RunAsync("changePlanItem", new { recordId = id, item = action, seenVersion = version, text = "Poser une rampe", due = "2027-01-15" });
        await plans.RunAsync("removePlanItem", new { recordId = id, item = (string)PlanStory.Item(before, "PROBLEM")["id"]!, seenVersion = version });
        await plans.RunAsync("recordPreference", new { recordId = id, text = "Rester chez moi" });
        (await plans.PlanAsync(id, "(version: 1)"))["items"]!.ToJsonString().ShouldBe(before["items"]!.ToJsonString());
        (await plans.PlanAsync(id, $"(knownAt: \"{then:O}\")"))["items"]!.ToJsonString().ShouldBe(before["items"]!.ToJsonString());
        (await plans.PlanAsync(id, $"(onDate: \"{then:O}\")"))["items"]!.ToJsonString().ShouldBe(before["items"]!.ToJsonString());
        var answer = await plans.Client.AskAsync(
            "query($id: ID!) { careRecord(id: $id) { carePlanDifferences(from: 1, to: 2) { kind itemKind title fieldLabel before after } none: carePlanDifferences(from: 1, to: 9) { kind } } }", new { id });
        answer.Data!["careRecord"]!["none"].ShouldBeNull();
        answer.Data["careRecord"]!["carePlanDifferences"]!.AsArray().Select(d => $"{d!["kind"]} {d["itemKind"]} {d["fieldLabel"]}: {d["before"]} > {d["after"]}").ShouldBe(
        [
            "CHANGED ACTION Texte: Poser des barres d'appui > Poser une rampe", "CHANGED ACTION Échéance: 20/12/2026 > 15/01/2027",
            "ADDED PREFERENCE :  > Rester chez moi", "REMOVED PROBLEM : Chutes à domicile > ",
        ]);
        (await plans.PlanAsync(id))["versions"]!.AsArray().Select(v => (string)v!["status"]!).ShouldBe(["DRAFT", "VALIDATED"]);
    }

    [Fact]
    public async Task Given_two_coordinators_When_they_change_different_items_Then_both_stand_And_the_same_field_is_told_with_the_other_value()
    {
        var plans = Plans;
        var id = await plans.BeginAsync();
        var (objective, action) = await plans.FillAsync(id);
        var seen = (int)(await plans.PlanAsync(id))["version"]!;
        var other = platform.Client(Story.Other(territory));
        (await plans.ErrorAsync("changePlanItem", new { recordId = id, item = action, seenVersion = seen, text = "Rampe" }, other)).ShouldBeNull();
        (await plans.ErrorAsync("changePlanItem", new { recordId = id, item = objective, seenVersion = seen, criteria = "Une fois par jour" })).ShouldBeNull();
        (await plans.ErrorAsync("changePlanItem", new { recordId = id, item = action, seenVersion = seen, due = "2027-01-10" })).ShouldBeNull();
        var facts = await plans.FactsAsync(id);
        var error = (await plans.MutateAsync("changePlanItem", new { recordId = id, item = action, seenVersion = seen, text = "Tapis antidérapant" }))["errors"]![0]!;
        ((string)error["__typename"]!, (string)error["changed"]!, (string)error["theirs"]!, (string)error["by"]!).ShouldBe(("PlanItemChangedError", "TEXT", "Rampe", "Marc Essai"));
        (await plans.FactsAsync(id)).ShouldBe(facts);
        await plans.RunAsync("changePlanItem", new { recordId = id, item = action, seenVersion = (int)error["currentVersion"]!, text = "Tapis antidérapant" });
        ((string)PlanStory.Item(await plans.PlanAsync(id), "ACTION")["text"]!).ShouldBe("Tapis antidérapant");
    }

    [Fact]
    public async Task Given_many_at_once_When_each_writes_to_an_item_of_its_own_Then_no_write_is_lost()
    {
        var plans = Plans;
        var id = await plans.BeginAsync();
        var before = await plans.FactsAsync(id);
        const int Writers = 12;
        var answers = await Task.WhenAll(Enumerable.Range(0, Writers).Select(n => plans.ErrorAsync("addPlanProblem", new { recordId = id, text = $"Problème {n}" })));
        answers.ShouldAllBe(a => a == null);
        (await plans.FactsAsync(id)).ShouldBe(before + Writers);
        var plan = await plans.PlanAsync(id);
        plan["items"]!.AsArray().Select(i => (string)i!["text"]!).ShouldBe(Enumerable.Range(0, Writers).Select(n => $"Problème {n}"), ignoreOrder: true);
        var items = plan["items"]!.AsArray().Select(i => (string)i!["id"]!).ToArray();
        answers = await Task.WhenAll(items.Select(item => plans.ErrorAsync("changePlanItem", new { recordId = id, item, seenVersion = (int)plan["version"]!, text = $"Repris {item}" })));
        answers.ShouldAllBe(a => a == null);
        (await plans.FactsAsync(id)).ShouldBe(before + (2 * Writers));
        (await plans.PlanAsync(id))["items"]!.AsArray().ShouldAllBe(i => (string)i!["text"]! == $"Repris {i["id"]}");
    }

    [Fact]
    public async Task Given_a_command_sent_twice_When_its_id_is_the_same_Then_one_item()
    {
        var plans = Plans;
        var id = await plans.BeginAsync();
        var input = new { recordId = id, text = "Chutes", commandId = Guid.NewGuid() };
        await plans.RunAsync("addPlanProblem", input);
        await plans.RunAsync("addPlanProblem", input);
        (await plans.PlanAsync(id))["items"]!.AsArray().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Given_a_nurse_of_the_team_When_she_reads_the_plan_Then_what_is_of_mental_health_is_counted_and_not_shown_And_she_answers_for_her_own_actions_only()
    {
        var plans = Plans;
        var id = await plans.BeginAsync();
        var nurse = DemoUsers.All["nurse"] with { Territory = new TerritoryId(territory) };
        await plans.JoinAsync(id, nurse.Professional!.Value);
        var (objective, foreign) = await plans.FillAsync(id);
        await plans.RunAsync("identifyNeed", new { recordId = id, need = "MENTAL_HEALTH", met = false, text = "Suivi psychologique", dataClass = "MENTAL_HEALTH" });
        var who = Api.GraphQL.NodeId.Encode("Professional", nurse.Professional!.Value.Value);
        await plans.RunAsync("planAction", new { recordId = id, objective, text = "Surveiller", recourse = "PRIMARY_CARE", owner = new { kind = "PROFESSIONAL", professional = who }, due = "2026-12-01" });
        await plans.RunAsync("proposeCarePlan", new { recordId = id });
        var client = platform.Client(nurse);
        var seen = await plans.PlanAsync(id, client: client);
        ((int)seen["hidden"]!).ShouldBe(1);
        seen.ToJsonString().ShouldNotContain("psychologique");
        var own = (string)seen["items"]!.AsArray().Single(i => (string)i!["text"]! == "Surveiller")!["id"]!;
        var waiting = await client.AskAsync("{ planAnswersAwaited(toAnswer: true) { totalCount nodes { id } } carePlanCounts { myAnswers answersAwaited } }");
        ((int)waiting.Data!["planAnswersAwaited"]!["totalCount"]!, (int)waiting.Data["carePlanCounts"]!["myAnswers"]!).ShouldBe((1, 1));
        (await plans.ErrorAsync("answerPlanAction", new { recordId = id, item = own, accepts = true }, client)).ShouldBeNull();
        (await plans.ErrorAsync("answerPlanAction", new { recordId = id, item = foreign, accepts = true }, client)).ShouldBe("NotTheActionOwnerError");
        (await client.AskAsync("{ planAnswersAwaited(toAnswer: true) { totalCount } }")).Data!["planAnswersAwaited"]!["totalCount"]!.GetValue<int>().ShouldBe(0);
        (await client.AskAsync("mutation($id: ID!) { addPlanProblem(input: { recordId: $id, text: \"x\" }) { errors { __typename } } }", new { id })).Code.ShouldBe("FORBIDDEN");
    }

    [Fact]
    public async Task Given_plans_When_worked_on_as_lists_Then_reviews_and_answers_wait_in_order_and_unmet_needs_are_counted_by_class_and_commune()
    {
        var plans = Plans;
        var (first, second) = (await plans.InForceAsync("ABADIE"), await plans.InForceAsync("BERGER"));
        await plans.RunAsync("schedulePlanReview", new { recordId = second, on = "2026-12-01", seenVersion = (int)(await plans.PlanAsync(second))["version"]! });
        await plans.RunAsync("schedulePlanReview", new { recordId = first, on = "2026-12-10", seenVersion = (int)(await plans.PlanAsync(first))["version"]! });
        var late = await plans.MutateAsync("schedulePlanReview", new { recordId = first, on = "2028-01-01", seenVersion = 99 });
        ((string)late["errors"]![0]!["latest"]!).ShouldBe("2027-11-23");
        const string Reviews = "query($after: String) { planReviewsDue(first: 1, after: $after, mine: true) { totalCount pageInfo { endCursor } nodes { reviewOn person { birthName } } } }";
        var page = (await plans.Client.AskAsync(Reviews)).Data!["planReviewsDue"]!;
        ((int)page["totalCount"]!, (string)page["nodes"]![0]!["person"]!["birthName"]!).ShouldBe((2, "BERGER"));
        page = (await plans.Client.AskAsync(Reviews, new { after = (string)page["pageInfo"]!["endCursor"]! })).Data!["planReviewsDue"]!;
        ((string)page["nodes"]![0]!["person"]!["birthName"]!).ShouldBe("ABADIE");
        await plans.RunAsync("reviseCarePlan", new { recordId = first });
        await plans.RunAsync("identifyNeed", new { recordId = first, need = "NURSING", met = false, text = "Passage du soir", dataClass = "SOCIAL" });
        await plans.RunAsync("identifyNeed", new { recordId = first, need = "HOUSING", met = true, text = "Rampe posée" });
        var needs = await plans.Client.AskAsync("{ unmetNeeds { need commune persons needs } carePlanCounts { reviewsDue answersAwaited agreementsAwaited } }");
        needs.Data!["unmetNeeds"]!.ToJsonString().ShouldBe("""[{"need":"NURSING","commune":"Agen","persons":1,"needs":1}]""");
        needs.Data["carePlanCounts"]!.ToJsonString().ShouldBe("""{"reviewsDue":2,"answersAwaited":2,"agreementsAwaited":0}""");
    }

    [Fact]
    public async Task Given_a_plan_of_all_kinds_of_facts_When_its_view_is_folded_twice_Then_it_is_the_row()
    {
        var plans = Plans;
        var id = await plans.InForceAsync();
        await plans.RunAsync("reviseCarePlan", new { recordId = id });
        await plans.RunAsync("identifyNeed", new { recordId = id, need = "RIGHTS", met = false, text = "APA" });
        var stream = Domain.CarePlan.CarePlan.IdOf(new(territory), new(Api.GraphQL.NodeId.TryDecode(id)!.Value.Id));
        await using var session = platform.Get<DocumentStore>().QuerySession(territory);
        var options = platform.Get<DocumentStore>().Options.Json;
        var row = JsonSerializer.Serialize(await session.LoadAsync<CarePlanView>(stream), options);
        JsonSerializer.Serialize(await session.Events.AggregateStreamAsync<CarePlanView>(stream), options).ShouldBe(row);
        JsonSerializer.Serialize(await session.Events.AggregateStreamAsync<CarePlanView>(stream), options).ShouldBe(row);
        (await session.LoadAsync<CarePlanView>(stream))!.Plan.Status.ShouldBe(PlanStatus.Draft);
    }
}
