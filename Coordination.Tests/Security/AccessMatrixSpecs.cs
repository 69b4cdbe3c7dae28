using Coordination.Api.Security.Development;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;

namespace Coordination.Tests.Security;

/// <summary>Which role may ask what: one table, every cell through the API.</summary>
public sealed class AccessMatrixSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private static readonly Dictionary<string, (string Query, string[] Roles)> Operations = new(TerritoryOperations.All.Concat(RecordOperations.All));

    /// <summary>Every operation with every role.</summary>
    public static TheoryData<string, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, string>();
            foreach (var operation in Operations.Keys)
                foreach (var role in Roles) cells.Add(operation, role);
            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Given_a_role_When_it_asks_Then_the_table_decides(string operation, string role)
    {
        var (query, roles) = Operations[operation];
        var answer = await platform.Client(DemoUsers.All[role]).AskAsync(query, new { alert = Id("Alert"), discharge = Id("Discharge"), request = Id("SupportRequest"), transfer = Id("ReceivedTransfer"), record = Id("CareRecord"), assessment = Id("Assessment"), document = Id("Document"), accessRequest = Id("AccessRequest"), invitation = Id("TeamInvitation"), who = Id("Professional"), person = Id("Person"), area = Id("Area"), closure = Id("Closure"), habilitation = Id("Habilitation"), task = Id("IdentityTask"), work = Id("Task"), pathway = Id("CarePathway"), disruption = Id("Disruption"), contact = Id("RecordedContact"), plan = Id("CarePlan") });
        answer.Code.ShouldBe(roles.Contains(role) ? null : "FORBIDDEN", answer.Text);
    }

    [Theory]
    [MemberData(nameof(Users))]
    public async Task Given_a_role_When_it_listens_Then_only_those_who_read_discharges_are_heard(string role)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql/stream");
        request.Content = System.Net.Http.Json.JsonContent.Create(new { query = "subscription { feed { type } }" });
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var response = await platform.Client(DemoUsers.All[role]).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, bound.Token);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(bound.Token));
        string? line;
        do line = await reader.ReadLineAsync(bound.Token);
        while (line?.StartsWith("data:", StringComparison.Ordinal) == false);
        line.ShouldNotBeNull().ShouldContain(role is "coordinator" or "manager" or "social-worker" or "gp" or "nurse" ? "HEARTBEAT" : "FORBIDDEN");
    }

    /// <summary>Every role.</summary>
    public static TheoryData<string> Users => [.. Roles];

    // One user of each role: a second coordinator may do what the first one may.
    private static IEnumerable<string> Roles => DemoUsers.All.DistinctBy(u => u.Value.Role).Select(u => u.Key);

    [Fact]
    public async Task Given_two_hospitals_When_their_social_workers_read_Then_each_sees_her_own_discharges_only()
    {
        var territory = Story.NewTerritory();
        await platform.AnnounceAsync(territory, Story.Traits("CANARYNAME"));
        var own = platform.Client(DemoUsers.All["social-worker"]);
        var foreign = platform.Client(DemoUsers.All["social-worker"] with { Id = "test-foreign", Establishment = Domain.Identifiers.Finess.Parse("330000001") });
        var coordinator = platform.Client(Story.Coordinator(territory));
        var id = (string)(await coordinator.AskAsync("{ discharges { nodes { id } } }")).Data!["discharges"]!["nodes"]!.AsArray().ShouldHaveSingleItem()!["id"]!;

        const string one = "query($id: ID!) { discharge(id: $id) { id alerts { id ruleCode } } node(id: $id) { id } past: discharge(id: $id, asOf: \"2026-12-01T00:00:00Z\") { id } discharges { nodes { id } } }";
        var mine = (await own.AskAsync(one, new { id })).Data!;
        ((string)mine["discharge"]!["id"]!).ShouldBe(id);
        ((string)mine["past"]!["id"]!).ShouldBe(id);
        ((string)mine["discharge"]!["alerts"]!.AsArray().ShouldHaveSingleItem()!["ruleCode"]!).ShouldBe("AL47");
        mine["discharges"]!["nodes"]!.AsArray().Select(n => (string)n!["id"]!).ShouldContain(id);

        var answer = await foreign.AskAsync(one, new { id });
        answer.Code.ShouldBeNull(answer.Text);
        answer.Data!["discharge"].ShouldBeNull();
        answer.Data["node"].ShouldBeNull();
        answer.Data["past"].ShouldBeNull();
        answer.Data["discharges"]!["nodes"]!.AsArray().ShouldBeEmpty();
        answer.Text.ShouldNotContain("CANARYNAME");
    }

    private static string Id(string type) => Api.GraphQL.NodeId.Encode(type, new("d0000000-0000-4000-8000-000000000047"));
}
