using System.Text.Json.Nodes;
using Coordination.Api.Security;
using Coordination.Api.Security.Development;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;

namespace Coordination.Tests.Persons;

/// <summary>What the scenarios about identities share.</summary>
internal static class PersonsStory
{
    public const string Register = """
        mutation($identity: IdentityInput!, $acknowledged: [ID!]!, $open: Boolean!, $command: UUID) {
          registerPerson(input: { identity: $identity, acknowledged: $acknowledged, openRecord: $open, commandId: $command }) {
            person { id identityStatus }
            errors { __typename ... on Error { code } ... on InvalidInputError { field rule } ... on NearDuplicatesError { persons { id birthName } } }
          }
        }
        """;

    public static Subject Cell(string territory) => DemoUsers.All["identity"] with { Territory = new(territory) };

    public static object Identity(string birthName = "LACOSTE", string given = "Odette", string birthDate = "12/03/1931", string sex = "FEMALE", string? usedName = null) =>
        new { birthName, givenNames = new[] { given }, sex, birthDate, usedName, commune = "47001" };

    public static Task<Answer> RegisterAsync(this HttpClient client, object identity, string[]? acknowledged = null, bool open = false, Guid? command = null) =>
        client.AskAsync(Register, new { identity, acknowledged = acknowledged ?? [], open, command });

    public static async Task<string> RegisteredAsync(this HttpClient client, object identity, string[]? acknowledged = null, bool open = false)
    {
        var answer = await client.RegisterAsync(identity, acknowledged, open);
        return (string?)answer.Data?["registerPerson"]?["person"]?["id"] ?? throw new InvalidOperationException(answer.Text);
    }

    public static async Task<JsonArray> TasksAsync(this PlatformFixture platform, string territory, string status = "OPEN")
    {
        var answer = await platform.Client(Cell(territory)).AskAsync(
            "query($status: IdentityTaskStatus) { identityTasks(status: $status) { id kind status dismissal survivor merged persons { id birthName } } }", new { status });
        return answer.Data?["identityTasks"]?.AsArray() ?? throw new InvalidOperationException(answer.Text);
    }

    public static async Task<string[]> FoundAsync(this HttpClient client, string birthDate, string? name = null)
    {
        var answer = await client.AskAsync("query($birthDate: String, $name: String) { persons(birthDate: $birthDate, name: $name) { tooMany persons { id } } }", new { birthDate, name });
        return [.. (answer.Data?["persons"]?["persons"] ?? throw new InvalidOperationException(answer.Text)).AsArray().Select(p => (string)p!["id"]!)];
    }

    /// <summary>The only error of a payload.</summary>
    public static JsonNode ErrorOf(this Answer answer, string mutation) =>
        answer.Data?[mutation]?["errors"]?.AsArray().ShouldHaveSingleItem() ?? throw new InvalidOperationException(answer.Text);
}
