using System.Text.Json.Nodes;
using Coordination.Api.Security;
using Coordination.Api.Security.Development;
using Coordination.Domain.Identifiers;
using Coordination.Tests.Exchange.Hl7.Intake;
using Coordination.Tests.Harness;

namespace Coordination.Tests.GraphQL;

/// <summary>A discharge from both sides: what the social worker and the coordinator say, in a territory of its own.</summary>
internal sealed class HospitalStory(PlatformFixture platform, string territory)
{
    public const string Nurse = "10000000017";
    private static int _number;

    public string Territory { get; } = territory;

    // A token lives twelve hours, and a story longer.
    private HttpClient Coordinator => platform.Client(Story.Coordinator(Territory));

    private static Subject SocialWorker => DemoUsers.All["social-worker"];

    public string Ipp { get; } = $"{7_000_000 + Interlocked.Increment(ref _number)}";

    public PersonId Person { get; private set; }

    public string Discharge { get; private set; } = "";

    public static async Task<HospitalStory> OfFollowedAsync(PlatformFixture platform)
    {
        var territory = Story.NewTerritory();
        var story = new HospitalStory(platform, territory);
        story.Person = await platform.FollowAsync(story.Ipp, Story.Traits(), territory: territory);
        return story;
    }

    public DateTimeOffset In(double hours) => platform.Clock.GetUtcNow().AddHours(hours);

    public async Task<string> SendAsync(DemoMessage message)
    {
        var ack = await platform.SendAsync((message with { Visit = message.Visit == "V1" ? $"V{Ipp}" : message.Visit, Ipp = Ipp }).Bytes);
        await platform.SettleAsync();
        return ack;
    }

    public Task<string> SendAsync(string trigger, DateTimeOffset? expected = null, string extra = "") =>
        SendAsync(new DemoMessage(trigger) { Expected = expected is { } at ? DemoMessage.Time(at) : "", Extra = extra, Zbe4 = trigger is "A11" or "A13" or "A25" ? "CANCEL" : "INSERT" });

    public async Task<JsonNode> AnnounceAsync(DateTimeOffset expected, string needs = "NURSING", string destination = "HOME")
    {
        var answer = await platform.Client(SocialWorker).AskAsync(
            $$"""
            mutation($ipp: String!, $at: DateTime!) { announceDischarge(input: {
                patient: { ipp: $ipp, birthName: "DURAND", givenNames: ["Jeanne"], birthDate: "1942-06-01", sex: FEMALE }, commune: "47001", expectedAt: $at,
                dateReliability: ANNOUNCED, destination: {{destination}}, needs: [{{needs}}], serviceContact: "Chirurgie, 05 53 00 00 00", relative: "Sa fille",
                information: INFORMED }) { receipt { discharge { id version needs receipt { sentAt sentBy { id } } } request { id } } errors { __typename ... on Error { code message } } } }
            """, new { ipp = Ipp, at = expected });
        answer.Code.ShouldBeNull(answer.Text);
        var result = answer.Data!["announceDischarge"]!;
        if (result["receipt"]?["discharge"] is { } discharge) Discharge = (string)discharge["id"]!;
        await platform.SettleAsync();
        return result;
    }

    public async Task<JsonNode> ConfirmAsync(DateTimeOffset firstVisit, string need = "NURSING", string provider = Nurse)
    {
        var answer = await Coordinator.AskAsync(
            $$"""
            mutation($id: ID!, $p: String!, $at: DateTime!) { confirmArrangement(input: { dischargeId: $id, need: {{need}}, provider: $p, confirmedBy: "Mme Ferrand",
                channel: PHONE, firstVisitAt: $at }) { discharge { covered arrangements { need late toReconfirm provider { number kind } } } errors { __typename ... on Error { code message } ... on InvalidInputError { field rule } } } }
            """, new { id = Discharge, p = provider, at = firstVisit });
        answer.Code.ShouldBeNull(answer.Text);
        await platform.SettleAsync();
        return answer.Data!["confirmArrangement"]!;
    }

    /// <summary>Finds the only discharge, as the coordinator's list has it.</summary>
    public async Task FindAsync()
    {
        var answer = await Coordinator.AskAsync("{ discharges { nodes { id } } }");
        Discharge = (string)answer.Data!["discharges"]!["nodes"]!.AsArray().ShouldHaveSingleItem()!["id"]!;
    }

    /// <summary>Rule, severity and status of every alert of the territory, by rule.</summary>
    public async Task<string[]> AlertsAsync()
    {
        var answer = await Coordinator.AskAsync("{ alerts(first: 50) { nodes { ruleCode severity status } } }");
        return [.. answer.Data!["alerts"]!["nodes"]!.AsArray().Select(a => $"{a!["ruleCode"]} {a["severity"]} {a["status"]}").Order(StringComparer.Ordinal)];
    }

    /// <summary>Codes of the open alerts.</summary>
    public async Task<string> OpenAsync() =>
        string.Join(' ', (await AlertsAsync()).Where(a => a.EndsWith("RAISED", StringComparison.Ordinal) || a.EndsWith("TAKEN", StringComparison.Ordinal)).Select(a => a.Split(' ')[0]));

    public async Task<JsonNode> AlertAsync(string rule, string fields)
    {
        var answer = await Coordinator.AskAsync($"{{ alerts(where: {{ ruleCode: [\"{rule}\"] }}) {{ nodes {{ id {fields} }} }} }}");
        return answer.Data!["alerts"]!["nodes"]!.AsArray().ShouldHaveSingleItem()!;
    }

    public async Task<JsonNode> AsCoordinatorAsync(string query, object? variables = null) => (await Coordinator.AskAsync(query, variables)).Json;

    public async Task<JsonNode> AsHospitalAsync(string query, object? variables = null) => (await platform.Client(SocialWorker).AskAsync(query, variables)).Json;

    public async Task<JsonNode> AsAsync(Subject subject, string query, object? variables = null) => (await platform.Client(subject).AskAsync(query, variables)).Json;
}
