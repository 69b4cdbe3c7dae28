using System.Text.Json.Nodes;
using Coordination.Api.Indicators;
using Coordination.Api.Security;
using Coordination.Api.Security.Development;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;

namespace Coordination.Tests.Administration;

/// <summary>An administrator's work over HTTP, and what another one does not see of it.</summary>
public sealed class AdministrationStorySpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string Errors = "errors { __typename ... on InvalidInputError { code field rule } ... on CommuneListError { code field insee } ... on AreaNotFoundError { code } ... on AreaCodeTakenError { code field } }";

    private static Subject Admin(string territory) => DemoUsers.All["admin"] with { Territory = new(territory) };

    private async Task<JsonNode> DoAsync(Subject subject, string mutation, string input, string payload = "")
    {
        var answer = await platform.Client(subject).AskAsync($"mutation {{ {mutation}(input: {{ {input} }}) {{ {payload} {(mutation.StartsWith("set", StringComparison.Ordinal) || mutation.Contains("losure", StringComparison.Ordinal) ? "errors { __typename ... on InvalidInputError { code field rule } }" : Errors.Replace(mutation == "defineHealthCommunity" ? "... on CommuneListError { code field insee } ... on AreaNotFoundError { code } " : " ... on AreaCodeTakenError { code field }", "", StringComparison.Ordinal))} }} }}");
        answer.Code.ShouldBeNull(answer.Text);
        return answer.Data![mutation]!;
    }

    private async Task<JsonNode> AreaAsync(Subject subject, int at = 0) =>
        (await platform.Client(subject).AskAsync("{ administration { areas { id kind code name communes { insee from until } history { label author } } } }")).Data!["administration"]!["areas"]![at]!;

    [Fact]
    public async Task Given_decisions_When_the_history_is_read_Then_it_tells_what_since_when_and_by_whom_and_the_route_follows()
    {
        var admin = Admin(Story.NewTerritory());
        (await DoAsync(admin, "setWeek", "days: [{ day: MONDAY, opens: \"08:30\", closes: \"18:00\" }, { day: SATURDAY, opens: \"09:00\", closes: \"12:00\" }], relays: [{ day: SUNDAY, relay: \"Astreinte\" }], relay: \"Régulation 15\"", "settings { opensAt closesAt relay week { day } }"))
            .ToJsonString().ShouldContain("\"opensAt\":\"08:30\",\"closesAt\":\"18:00\"");
        await DoAsync(admin, "setHolidayRegime", "regime: ALSACE_MOSELLE");
        var closed = await DoAsync(admin, "planClosure", "from: \"2026-12-24\", to: \"2026-12-31\", reason: \"Fêtes\"", "settings { closures { id from to reason } }");
        await DoAsync(admin, "cancelClosure", $"id: \"{closed["settings"]!["closures"]![0]!["id"]}\"");
        await DoAsync(admin, "setAlertDelay", "delay: NURSING_CONFIRMATION, hours: 72");
        var read = (await platform.Client(admin).AskAsync("{ administration { settingsHistory { label author } settings { regime timeZone closures { id } } holidays(year: 2026) { day label } } }")).Data!["administration"]!;
        read["settingsHistory"]!.AsArray().Select(h => (string)h!["label"]!).ShouldBe(
        [
            "Soins infirmiers à confirmer 72 h avant la sortie", "Fermeture annulée", "Fermeture du 24 décembre 2026 au 31 décembre 2026 : Fêtes",
            "Jours fériés et heure : Alsace et Moselle", "Semaine : lundi 08:30–18:00, samedi 09:00–12:00 ; relais : Régulation 15, dimanche Astreinte",
        ]);
        read["settingsHistory"]!.AsArray().ShouldAllBe(h => (string)h!["author"]! == admin.DisplayName);
        read["holidays"]!.AsArray().Select(h => (string)h!["label"]!).ShouldContain("Vendredi saint");
        read["settings"]!["closures"]!.AsArray().ShouldBeEmpty();

        var rules = (await platform.Client(Story.Coordinator(admin.Territory!.Value.Value)).AskAsync("{ alertRules { code when changedAt } }")).Data!["alertRules"]!.AsArray();
        rules.Select(r => (string)r!["code"]!).ShouldBe(["AL01", "AL02", "AL05", "AL09", "AL47"]);
        ((string)rules[0]!["when"]!).ShouldContain("moins de 72 h");
        rules[0]!["changedAt"].ShouldNotBeNull();
        rules[4]!["changedAt"].ShouldBeNull();
    }

    [Theory]
    [InlineData("setWeek", "days: [], relays: []", "days", "ONE_DAY_AT_LEAST")]
    [InlineData("setWeek", "days: [{ day: MONDAY, opens: \"18:00\", closes: \"09:00\" }], relays: []", "days", "AFTER_OPENING")]
    [InlineData("setWeek", "days: [{ day: MONDAY, opens: \"9h\", closes: \"18:00\" }], relays: []", "days", "HOUR_AND_MINUTE")]
    [InlineData("setWeek", "days: [{ day: MONDAY, opens: \"09:00\", closes: \"18:00\" }], relays: [{ day: SUNDAY, relay: \" \" }]", "relays", "SHORT_TEXT")]
    [InlineData("planClosure", "from: \"2026-12-24\", to: \"2026-12-23\", reason: \"x\"", "to", "PERIOD_ORDER")]
    [InlineData("planClosure", "from: \"2026-01-01\", to: \"2026-01-02\", reason: \"x\"", "to", "NOT_IN_PAST")]
    [InlineData("planClosure", "from: \"2026-12-24\", to: \"2028-12-24\", reason: \"x\"", "to", "AT_MOST_A_YEAR")]
    [InlineData("planClosure", "from: \"2026-12-24\", to: \"2026-12-24\", reason: \" \"", "reason", "REQUIRED")]
    [InlineData("setAlertDelay", "delay: NEEDS_URGENT, hours: 0", "hours", "InclusiveBetweenValidator")]
    public async Task Given_a_bad_value_When_it_is_sent_Then_field_and_rule_are_named_and_nothing_is_written(string mutation, string input, string field, string rule)
    {
        var admin = Admin(Story.NewTerritory());
        var error = (await DoAsync(admin, mutation, input))["errors"]![0]!;
        ((string)error["field"]!, (string)error["rule"]!).ShouldBe((field, rule));
        (await platform.Client(admin).AskAsync("{ administration { settingsHistory { label } } }")).Data!["administration"]!["settingsHistory"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_two_territories_When_one_administers_Then_the_other_neither_sees_nor_changes_it_nor_takes_its_communes()
    {
        var (mine, other) = (Admin(Story.NewTerritory()), Admin(Story.NewTerritory()));
        var area = await AreaAsync(mine);
        await DoAsync(mine, "attachCommunes", $"area: \"{area["id"]}\", communes: [\"33063\"], from: \"2026-01-01\"");
        (await AreaAsync(mine))["communes"]!.ToJsonString().ShouldBe("""[{"insee":"33063","from":"2026-01-01","until":null}]""");
        ((string)(await AreaAsync(mine))["history"]![0]!["label"]!).ShouldBe("À partir du 1 janvier 2026, 1 commune(s) rattachée(s) : Bordeaux");

        (await AreaAsync(other))["communes"]!.AsArray().ShouldBeEmpty();
        ((string)(await DoAsync(other, "attachCommunes", $"area: \"{area["id"]}\", communes: [\"33063\"], from: \"2026-01-01\""))["errors"]![0]!["code"]!).ShouldBe("AREA_NOT_FOUND");
        ((string)(await DoAsync(other, "detachCommunes", $"area: \"{area["id"]}\", communes: [\"33063\"], until: \"2026-06-01\""))["errors"]![0]!["code"]!).ShouldBe("AREA_NOT_FOUND");
        var own = (await AreaAsync(other))["id"];
        ((string)(await DoAsync(other, "attachCommunes", $"area: \"{own}\", communes: [\"33063\"], from: \"2026-03-01\""))["errors"]![0]!["code"]!).ShouldBe("COMMUNE_COVERED_ELSEWHERE");
        ((string)(await DoAsync(other, "attachCommunes", $"area: \"{own}\", communes: [\"99999\"], from: \"2026-03-01\""))["errors"]![0]!["code"]!).ShouldBe("COMMUNE_UNKNOWN");
        ((string)(await DoAsync(other, "attachCommunes", $"area: \"{own}\", communes: [\"330\"], from: \"2026-03-01\""))["errors"]![0]!["rule"]!).ShouldBe("INSEE_CODE");

        // A boundary moves: the day decides who is told.
        await DoAsync(mine, "detachCommunes", $"area: \"{area["id"]}\", communes: [\"33063\"], until: \"2026-11-01\"");
        await DoAsync(other, "attachCommunes", $"area: \"{own}\", communes: [\"33063\"], from: \"2026-11-01\"");
        var route = await platform.Client(DemoUsers.All["social-worker"]).AskAsync("{ announcementRoute(commune: \"33063\") { territory } }");
        ((string)route.Data!["announcementRoute"]!["territory"]!).ShouldBe(other.Territory!.Value.Value);
    }

    [Fact]
    public async Task Given_a_code_that_another_territory_has_When_a_community_is_defined_Then_it_is_refused()
    {
        var (mine, other) = (Admin(Story.NewTerritory()), Admin(Story.NewTerritory()));
        var code = $"cpts-{mine.Territory!.Value.Value}";
        (await DoAsync(mine, "defineHealthCommunity", $"code: \"{code}\", name: \"CPTS A\""))["errors"].ShouldBeNull();
        (await DoAsync(mine, "defineHealthCommunity", $"code: \"{code}\", name: \"CPTS B\""))["errors"].ShouldBeNull();
        ((string)(await AreaAsync(mine, 1))["name"]!).ShouldBe("CPTS B");
        ((string)(await DoAsync(other, "defineHealthCommunity", $"code: \"{code}\", name: \"CPTS C\""))["errors"]![0]!["code"]!).ShouldBe("AREA_CODE_TAKEN");
        ((string)(await DoAsync(other, "defineHealthCommunity", "code: \"CPTS É\", name: \"x\""))["errors"]![0]!["rule"]!).ShouldBe("AREA_CODE");
        (await platform.Get<HealthCommunities>().FindAsync(code, default))!.Name.ShouldBe("CPTS B");
    }

    [Fact]
    public async Task Given_more_fields_than_the_input_has_When_sent_Then_the_document_is_refused()
    {
        var admin = platform.Client(Admin(Story.NewTerritory()));
        foreach (var more in new[] { "territoryId: \"dac-47\"", "role: \"ADMIN\"", "createdBy: \"x\"" })
        {
            var answer = await admin.AskAsync($"mutation {{ setAlertDelay(input: {{ delay: NEEDS_URGENT, hours: 12, {more} }}) {{ settings {{ relay }} }} }}");
            answer.Json["errors"]!.AsArray().ShouldNotBeEmpty();
            answer.Data.ShouldBeNull();
        }
    }
}
