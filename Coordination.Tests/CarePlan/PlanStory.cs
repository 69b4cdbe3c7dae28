using System.Text.Json.Nodes;
using Coordination.Api.GraphQL;
using Coordination.Domain.CareTeam;
using Coordination.Domain.Identifiers;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Platform.EventStore;
using Team = Coordination.Domain.CareTeam.CareTeam;

namespace Coordination.Tests.CarePlan;

/// <summary>Speaks to plans over HTTP, in one territory.</summary>
internal sealed class PlanStory(PlatformFixture platform, string territory)
{
    private const string Plan = "id number status version hidden reviewOn inForce answersAwaited items { id kind parent text dataClass due statusLabel changedIn changedBy owner { name } } "
        + "versions { number status validatedBy } agreement { given refusal }";

    private static readonly Dictionary<string, string> Inputs = new()
    {
        ["proposeCarePlan"] = "OnCarePlanInput", ["signCarePlan"] = "OnCarePlanInput", ["validateCarePlan"] = "OnCarePlanInput", ["reviseCarePlan"] = "OnCarePlanInput",
    };

    private static readonly string[] Changing =
        ["addPlanProblem", "identifyNeed", "recordPreference", "setObjective", "planAction", "changePlanItem", "movePlanItem", "removePlanItem", "evaluateObjective", "stateAlertProcedure"];

    public string Professional { get; } = NodeId.Encode("Professional", Story.Coordinator(territory).Professional!.Value.Value);

    public HttpClient Client { get; } = platform.Client(Story.Coordinator(territory));

    /// <summary>A person with a record, whose plan was begun.</summary>
    public async Task<string> BeginAsync(string name = "DURAND")
    {
        var id = NodeId.Encode("Person", (await platform.FollowAsync($"{Random.Shared.Next(10_000_000, 99_999_999)}", Story.Traits(name), territory: territory)).Value);
        await RunAsync("draftCarePlan", new { recordId = id });
        return id;
    }

    /// <summary>A plan in force with one problem, objective and action of the coordinator's.</summary>
    public async Task<string> InForceAsync(string name = "DURAND")
    {
        var id = await BeginAsync(name);
        await FillAsync(id);
        await RunAsync("proposeCarePlan", new { recordId = id });
        await RunAsync("recordPlanAgreement", new { recordId = id, giver = "PERSON", on = "2026-11-23", means = "ORAL" });
        await RunAsync("validateCarePlan", new { recordId = id });
        return id;
    }

    /// <summary>Adds a problem, an objective and an action; gives the ids of the last two.</summary>
    public async Task<(Guid Objective, Guid Action)> FillAsync(string id)
    {
        await RunAsync("addPlanProblem", new { recordId = id, text = "Chutes à domicile", dataClass = "CLINICAL" });
        await RunAsync("setObjective", new { recordId = id, text = "Sortir seule jusqu'au marché" });
        var objective = (Guid)Item(await PlanAsync(id), "OBJECTIVE")["id"]!;
        await RunAsync("planAction", new
        {
            recordId = id, objective, text = "Poser des barres d'appui", recourse = "PREVENTION", owner = new { kind = "PROFESSIONAL", professional = Professional }, due = "2026-12-20",
        });
        return (objective, (Guid)Item(await PlanAsync(id), "ACTION")["id"]!);
    }

    /// <summary>The payload of a mutation.</summary>
    public async Task<JsonNode> MutateAsync(string name, object input, HttpClient? client = null)
    {
        var own = name switch
        {
            "closeCarePlan" => " ... on CarePlanNotClosableError { objectives { text } }",
            "schedulePlanReview" => " ... on ReviewTooLateError { latest }",
            _ when Changing.Contains(name) => " ... on PlanItemChangedError { changed fieldLabel theirs by currentVersion }",
            _ => "",
        };
        var type = Inputs.GetValueOrDefault(name) ?? $"{char.ToUpperInvariant(name[0])}{name[1..]}Input";
        var answer = await (client ?? Client).AskAsync(
            $"mutation($input: {type}!) {{ {name}(input: $input) {{ record {{ id }} errors {{ __typename ... on Error {{ code message }}{own} }} }} }}", new { input });
        answer.Code.ShouldBeNull(answer.Text);
        return answer.Data![name]!;
    }

    /// <summary>The same, which has to succeed.</summary>
    public async Task RunAsync(string name, object input) => (await MutateAsync(name, input))["errors"].ShouldBeNull(name);

    /// <summary>The type of the first error; null when there is none.</summary>
    public async Task<string?> ErrorAsync(string name, object input, HttpClient? client = null) => (string?)(await MutateAsync(name, input, client))["errors"]?[0]?["__typename"];

    /// <summary>A person's plan.</summary>
    public async Task<JsonNode> PlanAsync(string id, string arguments = "", HttpClient? client = null)
    {
        var answer = await (client ?? Client).AskAsync($"query($id: ID!) {{ careRecord(id: $id) {{ carePlan{arguments} {{ {Plan} }} }} }}", new { id });
        answer.Code.ShouldBeNull(answer.Text);
        return answer.Data!["careRecord"]!["carePlan"]!;
    }

    /// <summary>The only item of a kind.</summary>
    public static JsonNode Item(JsonNode plan, string kind) => plan["items"]!.AsArray().Single(i => (string)i!["kind"]! == kind)!;

    /// <summary>Makes a professional a member of a person's team.</summary>
    public async Task JoinAsync(string id, ProfessionalId who)
    {
        var person = new PersonId(NodeId.TryDecode(id)!.Value.Id);
        await using var session = platform.Get<DocumentStore>().LightweightSession(
            new global::Platform.EventStore.SessionOptions(territory) { OccurredAt = platform.Clock.GetUtcNow().AddHours(-1) });
        session.Events.StartStream<Team>(Team.IdOf(new(territory), person), new MemberJoined(person, who, TeamRole.TeamMember, LegalCase.RecognisedByPerson, null));
        await session.SaveChangesAsync();
    }

    /// <summary>How many facts the plan of a person has.</summary>
    public async Task<int> FactsAsync(string id)
    {
        var person = new PersonId(NodeId.TryDecode(id)!.Value.Id);
        await using var session = platform.Get<DocumentStore>().QuerySession(territory);
        return (await session.Events.FetchStreamAsync(Domain.CarePlan.CarePlan.IdOf(new(territory), person))).Count;
    }
}
