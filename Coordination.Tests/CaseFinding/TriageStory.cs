using System.Text.Json.Nodes;
using Coordination.Api.Security.Development;
using Coordination.Domain.Identifiers;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;

namespace Coordination.Tests.CaseFinding;

/// <summary>What stories of triage do over HTTP.</summary>
public abstract class TriageStory(PlatformFixture platform)
{
    protected const string Errors = "errors { __typename ... on Error { code message } ... on InvalidInputError { field rule } }";

    protected HttpClient Coordinator { get; } = platform.Client(DemoUsers.All["coordinator"]);
    protected HttpClient Colleague { get; } = platform.Client(PlatformFixture.OtherCoordinator);

    private static int _year = 1900;

    protected async Task<string> RegisterAsync(string name = "LACAZE")
    {
        var identity = new { birthName = name, givenNames = new[] { "Odette" }, sex = "FEMALE", birthDate = $"03/02/{Interlocked.Increment(ref _year)}", commune = "47001" };
        var answer = await Coordinator.AskAsync("mutation($i: RegisterPersonInput!) { registerPerson(input: $i) { person { id } errors { ... on Error { code message } } } }",
            new { i = new { identity, acknowledged = Array.Empty<string>(), openRecord = false } });
        return (string)answer.Data!["registerPerson"]!["person"]!["id"]!;
    }

    protected async Task<JsonNode> SubmitAsync(HttpClient client, Dictionary<string, object?> input)
    {
        var answer = await client.AskAsync($"mutation($i: SubmitRequestInput!) {{ submitRequest(input: $i) {{ submitted {{ request {{ id version status dueAt overdue subject {{ id }} narrative requesterName origin }} mine {{ id described dueAt }} }} {Errors} }} }}", new { i = input });
        return answer.Data?["submitRequest"] ?? throw new InvalidOperationException(answer.Text);
    }

    protected static Dictionary<string, object?> Call(string? person, string information = "INFORMED", string urgency = "NORMAL") => new()
    {
        ["person"] = person, ["commune"] = "47001", ["origin"] = "CARER", ["channel"] = "PHONE", ["reason"] = "CARER_EXHAUSTION", ["urgency"] = urgency, ["information"] = information,
        ["requesterName"] = "Mme Essai", ["narrative"] = "Ne dort plus depuis un mois.", ["livesAlone"] = true, ["estimatedGir"] = 4, ["knownBenefits"] = new[] { "APA" },
    };

    protected async Task<string> CallAsync(string? person, string information = "INFORMED", string urgency = "NORMAL") =>
        (string)(await SubmitAsync(Coordinator, Call(person, information, urgency)))["submitted"]!["request"]!["id"]!;

    protected async Task<JsonNode> DoAsync(string mutation, object input, HttpClient? client = null)
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..];
        var name = type switch
        {
            "UndoRequestDecision" => "OnRequest", "MarkRequestDuplicate" => "DuplicateRequest", "RecordRequestInformation" => "RequestInformation", "CommunicateRequestIdentity" => "RequestIdentity", _ => type,
        };
        var answer = await (client ?? Coordinator).AskAsync(
            $"mutation($i: {name}Input!) {{ {mutation}(input: $i) {{ request {{ status version overdue dueAt answeredAt snoozedUntil awaiting complexity assignee {{ displayName }} subject {{ id }} screening {{ score suggestion gridLabel answers {{ questionLabel optionLabel }} }} decision {{ words to refusal by {{ displayName }} }} history {{ type author label }} }} {Errors} }} }}",
            new { i = input });
        return answer.Data?[mutation] ?? throw new InvalidOperationException(answer.Text);
    }

    protected static string? Code(JsonNode payload) => (string?)payload["errors"]?[0]?["code"];

    protected PlatformFixture Platform { get; } = platform;

    protected static string CoordinatorId => NodeIdOf(DemoUsers.Coordinator);

    protected static string NodeIdOf(ProfessionalId id) => Api.GraphQL.NodeId.Encode("Professional", id.Value);

    protected async Task<JsonNode> CountsAsync() =>
        (await Coordinator.AskAsync("{ requestCounts { toTreat mine awaiting snoozed team closed overdue reason { value count } } }")).Data!["requestCounts"]!;
}
