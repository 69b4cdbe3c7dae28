using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Coordination.Simulator.Hl7;
using Coordination.Simulator.Territory;
using Microsoft.Extensions.Configuration;

namespace Coordination.Simulator.Verbs;

/// <summary>Plays persons of a story on the running platform, and waits for what they should see.</summary>
public sealed class StoryPlayer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly DemoTerritory territory = DemoTerritory.Create();
    private readonly PamMessageFactory messages;
    private readonly HttpClient coordinator;
    private readonly HttpClient hospital;
    private readonly TimeSpan pause;
    private readonly CancellationToken cancellation;
    private int step;

    /// <summary>A player for the platform that the data folder's run describes.</summary>
    public StoryPlayer(string dataFolder, TimeSpan pause, CancellationToken cancellation)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        PlatformScope.RequireDevelopment(configuration);
        (this.pause, this.cancellation) = (pause, cancellation);
        Address = new($"http://127.0.0.1:{configuration["COORDINATION_HTTP_PORT"] ?? "5080"}");
        messages = new(DemoTerritory.Hospital, new StayJournalFile(dataFolder), TimeProvider.System);
        coordinator = Client("coordinator");
        hospital = Client("social-worker");
    }

    /// <summary>Where the portal is.</summary>
    public Uri Address { get; }

    /// <summary>A demo person.</summary>
    public DemoPerson Person(int number) => territory.Person(number);

    /// <summary>Tells a step, then waits for the spectator.</summary>
    public async Task SayAsync(string what)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{++step,2}. {what}"));
        await Task.Delay(pause, cancellation);
    }

    /// <summary>The hospital's feed sends a message; it has to be accepted.</summary>
    public async Task SendAsync(DemoPerson person, string trigger, double? inHours = null)
    {
        var port = int.Parse(Environment.GetEnvironmentVariable("COORDINATION_MLLP_PORT") ?? "2575", CultureInfo.InvariantCulture);
        var text = messages.Make(person, new PamOrder(trigger, InHours: inHours));
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, text, new UTF8Encoding(false), cancellation);
            if (await new MessageSender(port, TextWriter.Null, Console.Error).SendAsync([file], cancellation) != 0)
                throw new VerbException($"{trigger} was not accepted");
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>The social worker announces, or says more of what she announced.</summary>
    public async Task AnnounceAsync(DemoPerson person, DateTimeOffset expected, string[] needs)
    {
        var patient = new
        {
            ipp = person.Ipp, birthName = person.BirthName, givenNames = person.GivenNames, birthDate = person.BirthDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            sex = person.Sex == "F" ? "FEMALE" : "MALE",
        };
        await MutateAsync(hospital, "announceDischarge", "AnnounceDischargeInput", new
        {
            patient, commune = person.Commune.Insee, expectedAt = expected, dateReliability = "ANNOUNCED", destination = "HOME", needs, information = "INFORMED",
            serviceContact = "Service social, 05 53 00 00 47",
        });
    }

    /// <summary>The social worker announces somebody whom no DAC follows.</summary>
    public Task RequestAsync(DateTimeOffset expected) => MutateAsync(hospital, "announceDischarge", "AnnounceDischargeInput", new
    {
        patient = new { birthName = "BEAUREGARD", givenNames = new[] { "Marcel" }, birthDate = "1939-05-17", sex = "MALE" },
        commune = "47157", expectedAt = expected, dateReliability = "PROBABLE", destination = "HOME", needs = new[] { "HOME_HELP", "MEALS" }, information = "NOT_COLLECTED",
    });

    /// <summary>The coordinator has the announcement before her eyes and takes an alert about it.</summary>
    public async Task SeeAndTakeAsync(DemoPerson person, string rule)
    {
        await MutateAsync(coordinator, "markAnnouncementSeen", "MarkAnnouncementSeenInput", new { id = await DischargeAsync(person) });
        var alert = (await AlertsAsync(person)).First(a => (string)a["ruleCode"]! == rule);
        await MutateAsync(coordinator, "takeAlert", "TakeAlertInput", new { id = (string)alert["id"]! });
    }

    /// <summary>The coordinator records what a nurse of the territory, or its meal service, confirmed by telephone.</summary>
    public async Task ConfirmAsync(DemoPerson person, string need, DateTimeOffset firstVisit)
    {
        var nurse = territory.Professionals.First(p => p.Function == "Infirmier" && p.Rpps is not null);
        await MutateAsync(coordinator, "confirmArrangement", "ConfirmArrangementInput", new
        {
            dischargeId = await DischargeAsync(person), need, provider = nurse.Rpps!.Value.Value, confirmedBy = nurse.DisplayName, channel = "PHONE", firstVisitAt = firstVisit,
        });
    }

    /// <summary>Waits until each alert of the person stands as said: rule, severity or nothing, status.</summary>
    public async Task ExpectAsync(DemoPerson person, params string[] alerts)
    {
        using var bound = new CancellationTokenSource(Patience);
        foreach (var words in alerts.Select(a => a.Split(' ')))
        {
            while (!(await AlertsAsync(person)).Any(a => words.All(w => w == (string)a["ruleCode"]! || w == (string)a["severity"]! || w == (string)a["status"]!)))
            {
                if (bound.IsCancellationRequested) throw new VerbException($"{string.Join(' ', words)} did not come within {Patience.TotalSeconds} s");
                await Task.Delay(50, cancellation);
            }

            Console.WriteLine($"      {string.Join(' ', words)}");
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        coordinator.Dispose();
        hospital.Dispose();
    }

    private async Task<IReadOnlyList<JsonNode>> AlertsAsync(DemoPerson person)
    {
        var data = await AskAsync(coordinator, "query($d: ID!) { discharge(id: $d) { alerts { id ruleCode severity status } } }", new { d = await DischargeAsync(person) });
        return [.. data["discharge"]!["alerts"]!.AsArray().Select(a => a!)];
    }

    // The last discharge of the person, as the coordinator's list has it.
    private async Task<string> DischargeAsync(DemoPerson person)
    {
        using var bound = new CancellationTokenSource(Patience);
        while (true)
        {
            var data = await AskAsync(
                coordinator, "query($t: String!) { discharges(first: 50, where: { text: $t }, order: [{ field: ADMITTED_AT, direction: DESC }]) { nodes { id status admittedAt subject { birthDate } } } }",
                new { t = $"{person.BirthName} {person.GivenNames[0]}" });
            var born = person.BirthDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var own = data["discharges"]!["nodes"]!.AsArray().Where(n => (string?)n!["subject"]!["birthDate"] == born).ToList();
            if (own.LastOrDefault(n => n!["admittedAt"] is null) is { } announced && (string)announced["status"]! == "ANNOUNCED") return (string)announced["id"]!;
            if (own.FirstOrDefault(n => n!["admittedAt"] is not null) is { } last) return (string)last["id"]!;
            if (bound.IsCancellationRequested) throw new VerbException("the discharge is not in the coordinator's list");
            await Task.Delay(50, cancellation);
        }
    }

    private async Task MutateAsync(HttpClient client, string mutation, string type, object input)
    {
        var data = await AskAsync(client, $"mutation($input: {type}!) {{ {mutation}(input: $input) {{ errors {{ ... on Error {{ code message }} }} }} }}", new { input });
        if (data[mutation]!["errors"]?.AsArray().FirstOrDefault() is { } error) throw new VerbException($"{mutation}: {error["code"]} {error["message"]}");
    }

    private async Task<JsonNode> AskAsync(HttpClient client, string query, object variables)
    {
        try
        {
            using var response = await client.PostAsJsonAsync("/graphql", new { query, variables }, cancellation);
            var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellation))!;
            return answer["data"] ?? throw new VerbException($"refused: {answer["errors"]?[0]?["extensions"]?["code"]}");
        }
        catch (HttpRequestException)
        {
            throw new VerbException($"no platform answers at {Address}: start ops/run");
        }
    }

    private HttpClient Client(string user)
    {
        var token = Task.Run(() => DemoTokens.GetAsync(user, cancellation)).GetAwaiter().GetResult();
        return new() { BaseAddress = Address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
    }
}
