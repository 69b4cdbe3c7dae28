using System.Text.Json.Nodes;
using Coordination.Api.GraphQL;
using Coordination.Api.Security.Development;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Tests.Security;

/// <summary>Every query of the schema, with every field four levels deep, as every role: no answer that names a person without a row (I10).</summary>
public sealed class AuditCrawlSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string Introspection = """
        { __schema { queryType { name } types { name kind enumValues { name } fields { name
          args { name type { ...T } } type { ...T } } } } }
        fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }
        """;

    private const int Depth = 4;
    private const int FieldsAtOnce = 30;
    private readonly string territory = Story.NewTerritory();

    [Fact]
    public async Task Given_every_query_and_every_role_When_an_answer_names_a_person_Then_it_was_noted()
    {
        var person = await platform.AnnounceAsync(territory, Story.Traits("CANARYNAME", "CANARYGIVEN"));
        var ids = new Dictionary<string, string>
        {
            ["careRecord"] = NodeId.Encode("CareRecord", Record.IdOf(new(territory), person).Value), ["accessLog"] = NodeId.Encode("Person", person.Value),
            ["alert"] = await platform.OnlyAlertAsync(territory),
            ["discharge"] = (string)(await platform.Client(Story.Coordinator(territory)).AskAsync("{ discharges { nodes { id } } }")).Data!["discharges"]!["nodes"]![0]!["id"]!,
        };
        var types = (await platform.Client(Story.Coordinator(territory)).AskAsync(Introspection)).Data!["__schema"]!["types"]!.AsArray()
            .ToDictionary(t => (string)t!["name"]!, t => t!);
        var named = new HashSet<string>();
        foreach (var (role, user) in DemoUsers.All)
        {
            using var client = platform.Client(user.Territory is null ? user : user with { Territory = new(territory) });
            foreach (var (field, selection) in types["Query"]["fields"]!.AsArray().SelectMany(f => Selections(f!["type"]!, types).Select(s => (f, s))))
            {
                var query = $"{{ {Call(field, ids.GetValueOrDefault((string)field["name"]!, ids["careRecord"]), types)}{selection} }}";
                var before = await RowsAsync();
                var answer = await client.AskAsync(query);
                ((int)answer.Status).ShouldBeLessThan(500, $"{role}: {query}");
                if (!answer.Text.Contains("CANARY", StringComparison.Ordinal)) continue;
                named.Add($"{role} {field["name"]}");
                (await RowsAsync()).ShouldBeGreaterThan(before, $"{role}: {query}");
            }
        }

        named.ShouldBeSubsetOf(named.Where(n => n.Split(' ')[0] is "coordinator" or "colleague" or "neighbour" or "manager" or "social-worker" or "identity"));
        new[] { "coordinator alerts", "coordinator discharges", "coordinator careRecord", "coordinator alert", "coordinator discharge", "manager alerts" }.ShouldBeSubsetOf(named);
    }

    private Task<long> RowsAsync() => platform.ScalarAsync<long>("select count(*) from audit.reading where action = 'read' and permitted");

    // Only arguments that must be given are: the rest stays as wide as it is.
    private static string Call(JsonNode field, string id, Dictionary<string, JsonNode> types)
    {
        var given = field["args"]!.AsArray().Where(a => (string)a!["type"]!["kind"]! == "NON_NULL").Select(a => $"{a!["name"]}: {Value(a["type"]!["ofType"]!, id, types)}");
        var text = string.Join(", ", given);
        return text.Length == 0 ? (string)field["name"]! : $"{field["name"]}({text})";
    }

    private static string Value(JsonNode type, string id, Dictionary<string, JsonNode> types) => ((string)type["kind"]!, (string?)type["name"]) switch
    {
        (_, "ID") => $"\"{id}\"",
        (_, "Date") => "\"1942-06-01\"",
        (_, "DateTime") => "\"2026-11-23T08:00:00Z\"",
        (_, "Int") => "1",
        (_, "Boolean") => "true",
        ("ENUM", var name) => (string)types[name!]["enumValues"]![0]!["name"]!,
        ("LIST", _) => "[]",
        _ => "\"CANARYNAME\"",
    };

    // A document has at most 2,048 fields: what an answer holds is asked for in several.
    private static IEnumerable<string> Selections(JsonNode type, Dictionary<string, JsonNode> types) =>
        Fields(type, types, Depth) is { Count: > 0 } fields ? fields.Chunk(FieldsAtOnce).Select(Braced) : [""];

    private static string Selection(JsonNode type, Dictionary<string, JsonNode> types, int depth) => Fields(type, types, depth) is { } fields ? Braced(fields) : "";

    private static string Braced(IEnumerable<string> fields) => $" {{ __typename {string.Join(' ', fields)} }}";

    private static List<string>? Fields(JsonNode type, Dictionary<string, JsonNode> types, int depth)
    {
        while (type["ofType"] is { } inner) type = inner;
        if ((string)type["kind"]! is not ("OBJECT" or "INTERFACE" or "UNION") || depth == 0) return null;
        return [.. types[(string)type["name"]!]["fields"]?.AsArray().Select(f => f!)
            .Where(f => !f["args"]!.AsArray().Any(a => (string)a!["type"]!["kind"]! == "NON_NULL"))
            .Where(f => (string)f["name"]! is not "cursor" and not "edges" and not "pageInfo")
            .Select(f => (Name: (string)f["name"]!, Sub: Selection(f["type"]!, types, depth - 1), Leaf: IsLeaf(f["type"]!)))
            .Where(f => f.Leaf || f.Sub.Length > 0).Select(f => f.Name + f.Sub) ?? []];
    }

    private static bool IsLeaf(JsonNode type)
    {
        while (type["ofType"] is { } inner) type = inner;
        return (string)type["kind"]! is "SCALAR" or "ENUM";
    }
}
