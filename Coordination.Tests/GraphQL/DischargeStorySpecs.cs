using Coordination.Api.Security.Development;
using Coordination.Tests.Harness;

namespace Coordination.Tests.GraphQL;

/// <summary>The story of a discharge from both sides, over real sockets: what is announced, confirmed, moved, done.</summary>
public sealed class DischargeStorySpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    [Fact]
    public async Task Given_a_discharge_known_by_the_feed_When_the_social_worker_states_needs_Then_AL47_resolves_and_AL01_comes_at_48_hours()
    {
        var story = await HospitalStory.OfFollowedAsync(platform);
        var expected = story.In(72);
        await story.SendAsync("A01");
        await story.SendAsync("A16", expected);
        (await story.OpenAsync()).ShouldBe("AL05 AL47");

        await story.AnnounceAsync(expected);
        (await story.OpenAsync()).ShouldBe("AL05");
        await story.FindAsync();

        platform.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(1));
        await platform.SettleAsync();
        (await story.OpenAsync()).ShouldBe("AL05");
        platform.Clock.Advance(TimeSpan.FromMinutes(1));
        await platform.SettleAsync();
        (await story.OpenAsync()).ShouldBe("AL01 AL05");
        ((string)(await story.AlertAsync("AL01", "title"))["title"]!).ShouldBe("Sortie dans moins de 48 h – soins infirmiers non confirmés");

        var confirmed = await story.ConfirmAsync(expected.AddHours(3));
        ((bool)confirmed["discharge"]!["covered"]!).ShouldBeTrue();
        (await story.AlertsAsync()).ShouldBe(["AL01 URGENT RESOLVED", "AL05 VIGILANCE RAISED", "AL47 VIGILANCE RESOLVED"]);
    }

    [Fact]
    public async Task Given_AL01_When_the_confirmed_visit_is_too_late_Then_it_says_so_until_the_territory_or_a_provider_changes_it()
    {
        var story = await HospitalStory.OfFollowedAsync(platform);
        var expected = story.In(40);
        await story.AnnounceAsync(expected);
        (await story.AlertsAsync()).ShouldBe(["AL01 URGENT RAISED"]);
        var confirmed = await story.ConfirmAsync(expected.AddHours(24).AddMinutes(1));
        ((bool)confirmed["discharge"]!["arrangements"]![0]!["late"]!).ShouldBeTrue();
        var alert = await story.AlertAsync("AL01", "title reason facts { label value }");
        ((string)alert["title"]!).ShouldContain("confirmés trop tard");
        ((string)alert["reason"]!).ShouldContain("confirmé trop tard");

        await story.ConfirmAsync(expected.AddHours(24));
        (await story.OpenAsync()).ShouldBe("");
        (await story.AlertsAsync()).ShouldBe(["AL01 URGENT RESOLVED"]);
    }

    [Fact]
    public async Task Given_a_late_visit_When_the_territory_allows_more_time_Then_the_alert_resolves()
    {
        var story = await HospitalStory.OfFollowedAsync(platform);
        await story.AnnounceAsync(story.In(40));
        await story.ConfirmAsync(story.In(70));
        (await story.OpenAsync()).ShouldBe("AL01");
        var admin = DemoUsers.All["admin"] with { Territory = new(story.Territory) };
        var set = await story.AsAsync(admin, "mutation { setFirstVisitLimit(input: { hours: 36 }) { settings { firstVisitWithinHours } errors { ... on Error { code } } } }");
        ((int)set["data"]!["setFirstVisitLimit"]!["settings"]!["firstVisitWithinHours"]!).ShouldBe(36);
        await platform.SettleAsync();
        (await story.OpenAsync()).ShouldBe("");
    }

    [Fact]
    public async Task Given_a_stated_need_unconfirmed_When_the_discharge_takes_place_Then_AL02_is_critical_and_cites_the_others()
    {
        var story = await HospitalStory.OfFollowedAsync(platform);
        await story.SendAsync("A01");
        await story.SendAsync("A16", story.In(30));
        await story.AnnounceAsync(story.In(30), "NURSING, MEALS");
        await story.FindAsync();
        await story.ConfirmAsync(story.In(31), "MEALS", "470000019");
        (await story.SendAsync("A03", extra: "ZFM||8")).ShouldContain("MSA|AA|");

        (await story.OpenAsync()).ShouldBe("AL02");
        var alert = await story.AlertAsync("AL02", "severity title cites { ruleCode status } facts { label value } causes { label }");
        ((string)alert["severity"]!).ShouldBe("CRITICAL");
        ((string)alert["title"]!).ShouldContain("soins infirmiers");
        alert["cites"]!.AsArray().Select(c => (string)c!["ruleCode"]!).Order().ShouldBe(["AL01", "AL05", "AL47"]);

        // The messages of the demo hospital tell of 23 November, 8:55.
        await story.ConfirmAsync(new(2026, 11, 23, 17, 0, 0, TimeSpan.Zero));
        (await story.OpenAsync()).ShouldBe("");
    }

    [Fact]
    public async Task Given_AL02_When_the_discharge_is_cancelled_Then_it_resolves_and_what_stood_before_stands_again()
    {
        var story = await HospitalStory.OfFollowedAsync(platform);
        await story.AnnounceAsync(story.In(30));
        await story.SendAsync("A03", extra: "ZFM||8");
        (await story.OpenAsync()).ShouldBe("AL02");
        await story.SendAsync("A13");
        (await story.OpenAsync()).ShouldBe("AL01");
    }

    [Fact]
    public async Task Given_confirmed_arrangements_When_the_date_moves_Then_AL09_until_each_is_confirmed_again()
    {
        var story = await HospitalStory.OfFollowedAsync(platform);
        await story.AnnounceAsync(story.In(100), "NURSING, EQUIPMENT");
        await story.ConfirmAsync(story.In(101));
        await story.ConfirmAsync(story.In(90), "EQUIPMENT", "470000019");
        await story.AnnounceAsync(story.In(124), "NURSING, EQUIPMENT");
        (await story.OpenAsync()).ShouldBe("AL09");
        ((string)(await story.AlertAsync("AL09", "title"))["title"]!).ShouldContain("soins infirmiers, matériel");
        await story.ConfirmAsync(story.In(125));
        (await story.OpenAsync()).ShouldBe("AL09");
        await story.ConfirmAsync(story.In(90), "EQUIPMENT", "470000019");
        (await story.AlertsAsync()).ShouldBe(["AL09 VIGILANCE RESOLVED"]);
    }

    [Fact]
    public async Task Given_an_announcement_When_the_DAC_reads_takes_and_confirms_Then_the_hospital_sees_each_step_and_the_alerts_that_tell_it()
    {
        var story = await HospitalStory.OfFollowedAsync(platform);
        await story.AnnounceAsync(story.In(40));
        const string Receipt = "query($id: ID!) { discharge(id: $id) { receipt { sentBy { displayName } seenBy { displayName } takenBy { displayName } takenAt coveredAt } alerts { ruleCode } serviceContact relative } }";
        var sent = (await story.AsHospitalAsync(Receipt, new { id = story.Discharge }))["data"]!["discharge"]!;
        sent["receipt"]!["seenBy"].ShouldBeNull();
        ((string)sent["serviceContact"]!).ShouldBe("Chirurgie, 05 53 00 00 00");
        ((string)sent["relative"]!).ShouldBe("Sa fille");
        sent["alerts"]!.AsArray().Select(a => (string)a!["ruleCode"]!).ShouldBe(["AL01"]);

        await story.AsCoordinatorAsync("mutation($id: ID!) { markAnnouncementSeen(input: { id: $id }) { errors { ... on Error { code } } } }", new { id = story.Discharge });
        var alert = (string)(await story.AlertAsync("AL01", ""))["id"]!;
        await story.AsCoordinatorAsync("mutation($id: ID!) { takeAlert(input: { id: $id }) { errors { ... on Error { code } } } }", new { id = alert });
        await platform.SettleAsync();
        await story.ConfirmAsync(story.In(42));
        var done = (await story.AsHospitalAsync(Receipt, new { id = story.Discharge }))["data"]!["discharge"]!["receipt"]!;
        ((string)done["seenBy"]!["displayName"]!).ShouldBe("Claire Demoncourt");
        ((string)done["takenBy"]!["displayName"]!).ShouldBe("Claire Demoncourt");
        done["coveredAt"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Given_a_form_and_then_the_feed_When_both_speak_of_one_stay_Then_it_is_one_discharge()
    {
        var story = await HospitalStory.OfFollowedAsync(platform);
        await story.AnnounceAsync(story.In(100));
        await story.SendAsync("A16", story.In(100));
        await story.SendAsync("A01");
        await story.SendAsync("A16", story.In(110));
        await story.FindAsync();
        await story.SendAsync("A03", extra: "ZFM||8");
        var state = (await story.AsCoordinatorAsync("query($id: ID!) { discharge(id: $id) { status destination history { type } } discharges { totalCount } }", new { id = story.Discharge }))["data"]!;
        ((string)state["discharge"]!["status"]!).ShouldBe("DISCHARGED");
        ((int)state["discharges"]!["totalCount"]!).ShouldBe(1);
    }

    [Fact]
    public async Task Given_a_wrong_provider_number_When_confirmed_Then_the_field_and_the_rule_are_named_and_nothing_is_written()
    {
        var story = await HospitalStory.OfFollowedAsync(platform);
        await story.AnnounceAsync(story.In(40));
        var error = (await story.ConfirmAsync(story.In(42), provider: "10000000018"))["errors"]![0]!;
        ((string)error["code"]!).ShouldBe("INVALID_INPUT");
        ((string)error["field"]!).ShouldBe("provider");
        ((string)(await story.ConfirmAsync(story.In(10)))["errors"]![0]!["code"]!).ShouldBe("FIRST_VISIT_BEFORE_DISCHARGE");
        (await story.OpenAsync()).ShouldBe("AL01");
    }

    [Fact]
    public async Task Given_one_command_id_When_the_form_is_sent_twice_at_once_Then_it_is_announced_once()
    {
        var story = await HospitalStory.OfFollowedAsync(platform);
        const string Send = """
            mutation($c: UUID!, $ipp: String!, $at: DateTime!) { announceDischarge(input: { commandId: $c, patient: { ipp: $ipp, birthName: "DURAND", givenNames: ["Jeanne"],
                birthDate: "1942-06-01", sex: FEMALE }, commune: "47001", expectedAt: $at, dateReliability: PROBABLE, destination: HOME, needs: [], information: INFORMED })
                { receipt { discharge { id version questions } } errors { ... on Error { code } } } }
            """;
        var variables = new { c = Guid.NewGuid(), ipp = story.Ipp, at = story.In(60) };
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => story.AsHospitalAsync(Send, variables)));
        answers.Select(a => (string)a["data"]!["announceDischarge"]!["receipt"]!["discharge"]!["id"]!).Distinct().ShouldHaveSingleItem();
        answers[0]["data"]!["announceDischarge"]!["receipt"]!["discharge"]!["questions"]!.AsArray().Select(q => (string)q!).ShouldBe(["DATE_TO_CONFIRM"]);
        var count = await story.AsCoordinatorAsync("{ discharges { totalCount nodes { history { type } } } }");
        ((int)count["data"]!["discharges"]!["totalCount"]!).ShouldBe(1);
        count["data"]!["discharges"]!["nodes"]![0]!["history"]!.AsArray().Count(h => (string)h!["type"]! == "discharge_announced").ShouldBe(1);
    }
}
