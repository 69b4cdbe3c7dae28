using System.Text.Json.Nodes;
using Coordination.Api.GraphQL;
using Coordination.Api.Indicators;
using Coordination.Api.Security;
using Coordination.Api.Security.Development;
using Coordination.Domain.Discharge;
using Coordination.Domain.Identifiers;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Platform.EventStore;
using Stay = Coordination.Domain.Discharge.Discharge;

namespace Coordination.Tests.Indicators;

/// <summary>Indicators over HTTP: who reads which figures, and which are masked.</summary>
public sealed class IndicatorStorySpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string Ask = "query($p: String, $b: IndicatorBreakdown) { indicator(code: \"33\", period: $p, breakdown: $b) { smallCellLimit period { from to label } freshness { asOf position } measures { code numerator denominator value masked } rows { key label measures { code numerator masked } } } }";

    private static Subject Analyst(string community) => DemoUsers.All["analyst"] with { Community = community };

    private async Task<string> AnnounceAsync(string territory, string commune, int persons, int times = 1)
    {
        for (var i = 0; i < persons * times; i++)
        {
            await using var session = platform.Get<DocumentStore>().LightweightSession(new global::Platform.EventStore.SessionOptions(territory));
            var person = new PersonId(new Guid((i % persons) + 1, 0, 0, System.Text.Encoding.ASCII.GetBytes(commune.PadRight(8))));
            session.Events.StartStream<Stay>(Guid.NewGuid(),
                new HospitalStayOpened(person, DemoUsers.Hospital, null, StayOrigin.Announcement, new CommuneCode(commune)),
                new DischargeAnnounced(DemoUsers.Hospital, platform.Clock.GetUtcNow().AddDays(3), null));
            await session.SaveChangesAsync();
        }

        await platform.SettleAsync();
        var community = $"cpts-{commune}";
        await platform.Get<HealthCommunities>().SaveAsync(new(community, "CPTS d'essai", 11, [new(new(commune), new(2020, 1, 1), null)]), DemoUsers.Territory, default);
        return community;
    }

    private async Task<JsonNode> FiguresAsync(Subject subject, object? variables = null)
    {
        var answer = await platform.Client(subject).AskAsync(Ask, variables);
        answer.Code.ShouldBeNull(answer.Text);
        return answer.Data!["indicator"]!;
    }

    [Theory]
    [InlineData("47101", 12, 1, false)]
    [InlineData("47102", 10, 1, true)]
    [InlineData("47103", 1, 12, true)]
    public async Task Given_announcements_When_the_analyst_reads_Then_persons_decide_what_is_masked_and_the_manager_sees_all(string commune, int persons, int times, bool masked)
    {
        var territory = Story.NewTerritory();
        var community = await AnnounceAsync(territory, commune, persons, times);
        var own = (await FiguresAsync(Analyst(community)))["measures"]![0]!;
        ((bool)own["masked"]!).ShouldBe(masked);
        ((int?)own["numerator"]).ShouldBe(masked ? null : 12);
        ((double?)own["value"]).ShouldBe(masked ? null : 12);

        var manager = await FiguresAsync(DemoUsers.All["manager"] with { Territory = new(territory) });
        ((int)manager["measures"]![0]!["numerator"]!).ShouldBe(persons * times);
        manager["smallCellLimit"].ShouldBeNull();
    }

    [Fact]
    public async Task Given_two_territories_and_two_communities_When_read_Then_the_communes_of_the_subject_are_the_reach_whatever_the_tenant()
    {
        var (first, second) = (Story.NewTerritory(), Story.NewTerritory());
        var community = await AnnounceAsync(first, "47104", 11);
        await AnnounceAsync(second, "47104", 13);
        await AnnounceAsync(first, "47105", 20);
        ((int)(await FiguresAsync(Analyst(community)))["measures"]![0]!["numerator"]!).ShouldBe(24);
        ((int)(await FiguresAsync(DemoUsers.All["manager"] with { Territory = new(first) }))["measures"]![0]!["numerator"]!).ShouldBe(31);
        ((bool)(await FiguresAsync(Analyst("cpts-unknown")))["measures"]![0]!["masked"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task Given_a_period_and_a_breakdown_When_read_Then_its_days_and_every_weekday_are_said()
    {
        var community = await AnnounceAsync(Story.NewTerritory(), "47106", 12);
        var figures = await FiguresAsync(Analyst(community), new { p = "2026-Q4", b = "WEEKDAY" });
        ((string)figures["period"]!["label"]!).ShouldBe("du 1 octobre 2026 au 31 décembre 2026");
        figures["rows"]!.AsArray().Select(r => (string)r!["label"]!).ShouldBe(["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]);
        ((DateTimeOffset)figures["freshness"]!["asOf"]!).ShouldBe(platform.Clock.GetUtcNow());
        ((bool)(await FiguresAsync(Analyst(community), new { p = "2025" }))["measures"]![0]!["masked"]!).ShouldBeTrue();
    }

    [Theory]
    [InlineData("{ indicator(code: \"33\", period: \"novembre\") { breakdown } }", "period", "PERIOD_FORMAT")]
    [InlineData("{ indicator(code: \"33\", period: \"2026-12-01/2026-11-01\") { breakdown } }", "period", "PERIOD_ORDER")]
    [InlineData("{ indicator(code: \"99\") { breakdown } }", "code", "INDICATOR_UNKNOWN")]
    [InlineData("{ indicator(code: \"62\", breakdown: WEEKDAY) { breakdown } }", "breakdown", "BREAKDOWN_NOT_OFFERED")]
    public async Task Given_a_bad_question_When_asked_Then_field_and_rule_are_named(string query, string field, string rule)
    {
        var answer = await platform.Client(DemoUsers.All["analyst"]).AskAsync(query);
        answer.Code.ShouldBe("INVALID_INPUT", answer.Text);
        ((string)answer.Json["errors"]![0]!["extensions"]!["field"]!).ShouldBe(field);
        ((string)answer.Json["errors"]![0]!["extensions"]!["rule"]!).ShouldBe(rule);
    }

    [Fact]
    public async Task Given_every_indicator_When_its_catalogue_is_read_Then_each_has_words_and_answers()
    {
        var manager = platform.Client(DemoUsers.All["manager"]);
        var catalogue = await manager.AskAsync("{ indicators { code version title definition formula numerator denominator source limits sense freshnessRule breakdowns } }");
        catalogue.Code.ShouldBeNull(catalogue.Text);
        catalogue.Data!["indicators"]!.AsArray().Select(i => (string)i!["code"]!).ShouldBe(["33", "35", "62"]);
        foreach (var indicator in catalogue.Data["indicators"]!.AsArray())
            foreach (var breakdown in indicator!["breakdowns"]!.AsArray())
                (await manager.AskAsync($"{{ indicator(code: \"{indicator["code"]}\", breakdown: {breakdown}) {{ measures {{ label }} rows {{ label }} }} }}")).Code.ShouldBeNull();
    }

    [Fact]
    public void Given_the_types_of_an_indicator_When_walked_Then_none_has_an_id_or_is_a_person()
    {
        var sdl = CoordinationSchema.Create().Print();
        string Body(string type) => sdl.Split($"type {type} ")[1].Split('}')[0];
        var seen = new HashSet<string>();
        var open = new Queue<string>(["Indicator", "IndicatorDefinition"]);
        while (open.TryDequeue(out var type))
        {
            if (!seen.Add(type)) continue;
            Body(type).ShouldNotContain("ID");
            foreach (var field in System.Text.RegularExpressions.Regex.Matches(Body(type), @":\s*\[?(\w+)").Select(m => m.Groups[1].Value))
                if (sdl.Contains($"\ntype {field} ", StringComparison.Ordinal)) open.Enqueue(field);
        }

        seen.Order(StringComparer.Ordinal).ShouldBe(["Indicator", "IndicatorDefinition", "IndicatorFreshness", "IndicatorMeasure", "IndicatorPeriod", "IndicatorRow"]);
    }
}
