using System.Text.Json.Nodes;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Api.Security.Development;
using Coordination.Domain.Directory;
using Coordination.Domain.Identifiers;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Tests.CareTeam;

/// <summary>A followed person of a territory of her own, whose team a coordinator leads.</summary>
internal sealed class TeamStory(PlatformFixture platform)
{
    private const string Errors = "errors { __typename ... on Error { code message } ... on InvalidInputError { field rule } ... on ConcurrentChangeError { currentVersion changes { type label author } } }";

    public string Territory { get; } = Story.NewTerritory();

    /// <summary>The service that the stories' structure is.</summary>
    public const string Structure = "470990011";

    public HttpClient Coordinator => platform.Client(Story.Coordinator(Territory));

    /// <summary>A nurse or another professional of the territory.</summary>
    public Subject Subject(Role role, int number) => DemoUsers.All["nurse"] with
    {
        Id = $"{Territory}-{role}-{number}", DisplayName = $"{role} {number}", Role = role, Territory = new(Territory), Professional = Who(number),
    };

    public static ProfessionalId Who(int number) => new(new Guid($"0d4c0001-47da-4c00-8000-00000000b{number:000}"));

    public static string Id(int number) => NodeId.Encode("Professional", Who(number).Value);

    /// <summary>The record's id.</summary>
    public async Task<string> FollowAsync()
    {
        var person = await platform.FollowAsync($"{Guid.NewGuid():N}"[..12], Story.Traits("MARCHAND", "ODETTE"), territory: Territory);
        return NodeId.Encode("CareRecord", Domain.CareRecord.CareRecord.IdOf(new(Territory), person).Value);
    }

    /// <summary>A mutation that gives the record.</summary>
    public Task<JsonNode> RunAsync(string mutation, object input, HttpClient? client = null) => MutateAsync(mutation, input, "record", client);

    /// <summary>A mutation's payload.</summary>
    public async Task<JsonNode> MutateAsync(string mutation, object input, string payload, HttpClient? client = null)
    {
        var type = $"{char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!";
        var name = mutation switch
        {
            "nameStructureProfessional" or "removeStructureProfessional" => "StructureProfessionalInput!",
            "acceptInvitation" or "withdrawInvitation" => "InvitationInput!",
            _ => type,
        };
        var answer = await (client ?? Coordinator).AskAsync($"mutation($i: {name}) {{ {mutation}(input: $i) {{ {payload} {{ id }} {Errors} }} }}", new { i = input });
        answer.Code.ShouldBeNull(answer.Text);
        return answer.Data![mutation]!;
    }

    /// <summary>The team at a time.</summary>
    public async Task<JsonNode> TeamAsync(string id, DateTimeOffset? onDate = null, DateTimeOffset? knownAt = null, HttpClient? client = null)
    {
        var answer = await (client ?? Coordinator).AskAsync(
            """
            query($id: ID!, $on: DateTime, $known: DateTime) { careRecord(id: $id) { careTeam(onDate: $on, knownAt: $known) {
              version physician { id } noPhysicianSince
              members { professional { id } role roleCode since until inForce left replaces { id } }
              structures { finess name inForce named { professional { id } inForce } }
              relatives { id name phone tie role roleCode days inForce } } } }
            """, new { id, on = onDate, known = knownAt });
        answer.Code.ShouldBeNull(answer.Text);
        return answer.Data!["careRecord"]!["careTeam"]!;
    }

    /// <summary>Who is in force, by number.</summary>
    public static string InForce(JsonNode team) => string.Join(',', team["members"]!.AsArray().Where(m => (bool)m!["inForce"]!)
        .Select(m => Enumerable.Range(0, 20).First(n => Id(n) == (string)m!["professional"]!["id"]!)).Order());

    /// <summary>The errors' codes of a payload; empty when it went well.</summary>
    public static string Codes(JsonNode payload) => string.Join(',', (payload["errors"]?.AsArray() ?? []).Select(e => (string?)e!["rule"] ?? (string)e["code"]!));

    /// <summary>Lets the directory know that a professional works in the structure.</summary>
    public async Task EmployAsync(int number, string rpps)
    {
        await platform.Get<Coordination.Api.Directory.DirectoryImport>().ImportAsync([], [new(Who(number).Value, rpps, $"Professionnel {number}", "Infirmier", "Service d'essai", null)], [], [], default);
        await using var command = platform.Get<Database>().Worker.CreateCommand(
            "insert into directory_activity (rpps, structure, profession, mode, function, structure_name, valid_from) values ($1, $2, '60', 'S', '', 'Service d''essai', '2020-01-01')");
        command.Parameters.Add(new NpgsqlParameter { Value = rpps });
        command.Parameters.Add(new NpgsqlParameter { Value = Structure });
        await command.ExecuteNonQueryAsync();
    }
}
