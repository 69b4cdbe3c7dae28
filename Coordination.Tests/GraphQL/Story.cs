using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Coordination.Api.Security;
using Coordination.Api.Security.Development;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Tests.Exchange.Hl7.Intake;
using Coordination.Tests.Harness;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Tests.GraphQL;

/// <summary>What the API answered.</summary>
internal sealed record Answer(HttpStatusCode Status, string Text)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public JsonNode? Data => Json["data"];

    /// <summary>The code of the first error; null when there is none.</summary>
    public string? Code => (string?)Json["errors"]?[0]?["extensions"]?["code"];
}

/// <summary>Stories that the scenarios share: each has a territory of its own, so that none meets another's rows.</summary>
internal static class Story
{
    private static int _number;

    public static string NewTerritory() => $"dac-t{Interlocked.Increment(ref _number)}";

    public static Subject Coordinator(string territory) => DemoUsers.All["coordinator"] with { Territory = new(territory) };

    public static Subject Other(string territory) => PlatformFixture.OtherCoordinator with { Territory = new(territory) };

    public static PersonTraits Traits(string birthName = "DURAND", string given = "JEANNE") =>
        new(birthName, null, [given], Sex.Female, new(1942, 6, 1), "47990", null, new CommuneCode("47001"), null, IdentityStatus.Validated);

    /// <summary>A followed person whose discharge is announced, and everything that follows from it.</summary>
    public static async Task<PersonId> AnnounceAsync(this PlatformFixture platform, string territory, PersonTraits? traits = null, int hour = 15, bool settle = true)
    {
        var ipp = $"{5_000_000 + Interlocked.Increment(ref _number)}";
        var person = await platform.FollowAsync(ipp, traits ?? Traits(), territory: territory);
        var message = new DemoMessage("A16", ipp) { Visit = $"V{ipp}", Expected = $"20261127{hour:00}0000" };
        (await platform.SendAsync(message.Bytes)).ShouldContain("MSA|AA|");
        if (settle) await platform.SettleAsync();
        return person;
    }

    /// <summary>The id of the territory's only alert.</summary>
    public static async Task<string> OnlyAlertAsync(this PlatformFixture platform, string territory)
    {
        var answer = await platform.Client(Coordinator(territory)).AskAsync("{ alerts { nodes { id } } }");
        return (string)answer.Data!["alerts"]!["nodes"]!.AsArray().ShouldHaveSingleItem()!["id"]!;
    }

    public static async Task<Answer> AskAsync(this HttpClient client, string query, object? variables = null)
    {
        using var response = await client.PostAsJsonAsync("/graphql", new { query, variables });
        return new(response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public static async Task<T> ScalarAsync<T>(this PlatformFixture platform, string sql, params object[] values)
    {
        await using var command = platform.Get<Database>().Worker.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
