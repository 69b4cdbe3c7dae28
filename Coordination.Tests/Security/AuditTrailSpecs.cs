using System.Net;
using System.Text.Json.Nodes;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Api.Security.Audit;
using Coordination.Api.Security.Development;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;

namespace Coordination.Tests.Security;

/// <summary>Who may read the trail, and what it tells: the person's side with words, the auditor's without any content.</summary>
public sealed class AuditTrailSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string Trail = """
        query($where: AuditFilterInput, $first: Int, $after: String) { auditTrail(where: $where, first: $first, after: $after) {
          totalCount pageInfo { hasNextPage endCursor } nodes { action role persons permitted basis shown operation } } }
        """;

    private readonly string territory = Story.NewTerritory();

    [Fact]
    public async Task Given_persons_read_When_the_auditor_looks_Then_she_sees_pseudonyms_that_lead_to_their_rows_and_never_a_name()
    {
        await platform.AnnounceAsync(territory, Story.Traits("CANARYNAME"));
        await platform.AnnounceAsync(territory, Story.Traits("CANARYNAME"));
        (await platform.Client(Story.Coordinator(territory)).AskAsync("{ alerts { nodes { subject { birthName } } } }")).Text.ShouldContain("CANARYNAME");
        using var auditor = platform.Client(Auditor(territory));
        var answer = await auditor.AskAsync(Trail);
        answer.Code.ShouldBeNull(answer.Text);
        answer.Text.ShouldNotContain("CANARYNAME");
        var row = Nodes(answer).Single(n => (string)n["action"]! == AuditActions.Read);
        ((string)row["role"]!).ShouldBe("COORDINATOR");
        row["persons"]!.AsArray().Count.ShouldBe(2);
        row["basis"]!.AsArray().Select(b => (string)b!).ShouldBe(["DAC_COORDINATOR"]);

        var pseudonym = (string)row["persons"]![0]!;
        Nodes(await auditor.AskAsync(Trail, new { where = new { person = pseudonym } })).Single()["persons"]!.AsArray().Select(p => (string)p!).ShouldContain(pseudonym);
        Nodes(await platform.Client(Auditor(Story.NewTerritory())).AskAsync(Trail)).ShouldBeEmpty();
        Nodes(await auditor.AskAsync(Trail, new { where = new { action = AuditActions.Consult } })).Count.ShouldBe(2, "reading the trail is noted too");
    }

    [Fact]
    public async Task Given_more_rows_than_a_page_When_paged_Then_each_is_met_once()
    {
        await platform.AnnounceAsync(territory);
        using var client = platform.Client(Story.Coordinator(territory));
        for (var i = 0; i < 5; i++) await client.AskAsync("{ alerts { nodes { subject { birthName } } } }");
        using var auditor = platform.Client(Auditor(territory));
        var (met, after) = (0, (string?)null);
        do
        {
            var page = (await auditor.AskAsync(Trail, new { where = new { action = AuditActions.Read }, first = 2, after })).Data!["auditTrail"]!;
            met += page["nodes"]!.AsArray().Count;
            ((int)page["totalCount"]!).ShouldBe(5);
            after = (bool)page["pageInfo"]!["hasNextPage"]! ? (string)page["pageInfo"]!["endCursor"]! : null;
        }
        while (after is not null);
        met.ShouldBe(5);
    }

    [Fact]
    public async Task Given_somebody_who_looked_and_one_who_was_refused_When_her_referent_asks_Then_she_learns_who_when_what_and_why()
    {
        var person = NodeId.Encode("Person", (await platform.FollowAsync($"8{territory[5..]}", Story.Traits(), territory: territory)).Value);
        using var coordinator = platform.Client(Story.Coordinator(territory));
        await coordinator.AskAsync("query($person: ID!) { careRecord(id: $person) { person { birthName } } }", new { person });
        await platform.Client(DemoUsers.All["gp"] with { Territory = new(territory) }).AskAsync("query($person: ID!) { careRecord(id: $person) { id } }", new { person });
        const string log = "query($person: ID!) { accessLog(personId: $person) { nodes { who role organization action actionLabel classes why } } }";
        var entries = (await coordinator.AskAsync(log, new { person })).Data!["accessLog"]!["nodes"]!.AsArray();
        entries.Select(e => (string)e!["action"]!).Order().ShouldBe([AuditActions.OpenRecord, AuditActions.Read]);
        ((string)entries[0]!["who"]!).ShouldBe("Claire Demoncourt");
        ((string)entries[0]!["why"]!).ShouldBe("Coordinateur du DAC qui suit la personne.");
        (await platform.Client(Auditor(territory)).AskAsync(log, new { person })).Code.ShouldBe("FORBIDDEN");
        (await platform.Client(Story.Coordinator(Story.NewTerritory())).AskAsync(log, new { person })).Data!["accessLog"]!["nodes"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{\"person\":\"P-1\"}", "where.person")]
    [InlineData("{\"action\":\"peek\"}", "where.action")]
    [InlineData("{\"from\":\"2026-11-24T00:00:00Z\",\"to\":\"2026-11-23T00:00:00Z\"}", "where.to")]
    public async Task Given_a_wrong_filter_Then_the_field_is_named(string where, string field)
    {
        var answer = await platform.Client(Auditor(territory)).AskAsync(Trail, new { where = JsonNode.Parse(where) });
        answer.Code.ShouldBe("INVALID_FILTER", answer.Text);
        ((string)answer.Json["errors"]![0]!["extensions"]!["field"]!).ShouldBe(field);
    }

    [Fact]
    public async Task Given_the_auditor_When_she_exports_Then_a_spreadsheet_streams_and_it_is_noted_first()
    {
        await platform.AnnounceAsync(territory, Story.Traits("CANARYNAME"));
        await platform.Client(Story.Coordinator(territory) with { Organization = "=HYPERLINK(\"x\";1)" }).AskAsync("{ alerts { nodes { subject { birthName } } } }");
        using var response = await platform.Client(Auditor(territory)).GetAsync("/audit/trail.csv?action=read");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        var text = System.Text.Encoding.UTF8.GetString(bytes);
        text.ShouldContain("\"'=HYPERLINK(\"\"x\"\";1)\"");
        text.ShouldNotContain("CANARYNAME");
        (await platform.ScalarAsync<int>("select shown from audit.reading where tenant_id = $1 and action = 'consult'", territory)).ShouldBe(1);
        (await platform.Client(Story.Coordinator(territory)).GetAsync("/audit/trail.csv")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await platform.Client(null).GetAsync("/audit/trail.csv")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await platform.Client(Auditor(territory)).GetAsync("/audit/trail.csv?from=yesterday")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+33", "\"'+33\"")]
    [InlineData("-2", "\"'-2\"")]
    [InlineData("@x", "\"'@x\"")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("＝x", "\"'＝x\"")]
    [InlineData("a;\"b\"\n", "\"a;\"\"b\"\"\n\"")]
    [InlineData("n\0ul", "\"nul\"")]
    public void Given_a_cell_Then_no_spreadsheet_takes_it_for_a_formula(string cell, string expected) => Csv.Cell(cell).ShouldBe(expected);

    [Fact]
    public async Task Given_a_chain_that_holds_When_attested_Then_its_head_leaves_the_database_and_the_auditor_sees_when()
    {
        await platform.AnnounceAsync(territory);
        await platform.Client(Story.Coordinator(territory)).AskAsync("{ alerts { nodes { subject { birthName } } } }");
        await platform.Get<AuditChain>().ExtendAsync();
        var verdict = await platform.Get<AuditKeeper>().AttestAsync(default);
        verdict.Fault.ShouldBeNull();
        AuditHead.ReadLog(AuditKeeper.HeadLog(platform.Get<Api.Hosting.CoordinationSettings>()))[^1].ToString().ShouldBe(verdict.Head.ToString());
        var state = (await platform.Client(Auditor(territory)).AskAsync("{ auditChain { position hash fault } }")).Data!["auditChain"]!;
        ((string)state["hash"]!).ShouldBe(Convert.ToHexStringLower(verdict.Head.Hash));
        state["fault"].ShouldBeNull();
    }

    private static Subject Auditor(string territory) => DemoUsers.All["auditor"] with { Territory = new(territory) };

    private static List<JsonNode> Nodes(Answer answer) => [.. answer.Data!["auditTrail"]!["nodes"]!.AsArray().Select(n => n!)];
}
