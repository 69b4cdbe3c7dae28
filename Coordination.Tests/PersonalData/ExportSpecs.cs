using System.Net;
using System.Text.Json.Nodes;
using Coordination.Api.GraphQL;
using Coordination.Api.Security.Development;
using Coordination.Domain.Identifiers;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Platform.EventStore;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Tests.PersonalData;

/// <summary>What is given to a person: complete before erasure, empty after, by an address that opens once.</summary>
public sealed class ExportSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string Prepare = "mutation($id: ID!, $f: ExportFormat!) { preparePersonExport(input: { personId: $id, format: $f }) { export { address expiresAt } errors { __typename } } }";

    private readonly string territory = Story.NewTerritory();

    [Fact]
    public async Task Given_a_person_When_exported_Then_all_is_there_and_noted_and_after_erasure_nothing()
    {
        var person = await TellAsync();
        using var client = platform.Client(Story.Coordinator(territory));
        var html = await TextAsync(client, await AddressAsync(client, person, "HTML"));
        foreach (var text in new[] { "CANARYEXPORT", "47990", "canary-text &lt;b&gt;", "Qui a consulté vos données", "DAC" }) html.ShouldContain(text);
        var json = JsonNode.Parse(await TextAsync(client, await AddressAsync(client, person, "JSON")))!;
        ((string)json["identity"]!["birthName"]!).ShouldBe("CANARYEXPORT");
        var types = json["events"]!.AsArray().Select(e => (string)e!["type"]!).ToList();
        types.ShouldContain("person_registered");
        types.ShouldContain("care_record_opened");
        types.ShouldContain("discharge_announced");
        json["events"]!.AsArray().Single(e => (string)e!["type"]! == "situation_stated")!["data"]!["text"]!.ToString().ShouldBe("canary-text <b>");
        json.ToJsonString().ShouldNotContain("canary-third");
        json["accesses"]!.AsArray().ShouldContain(a => (string)a!["action"]! == "export");
        (await platform.ScalarAsync<long>("select count(*) from audit.reading where action = 'export' and $1 = any(person_ids)", person.Value)).ShouldBe(2);

        await platform.Get<Coordination.Api.PersonalData.PersonEraser>().EraseAsync(
            new(territory), person, Domain.CareRecord.ErasureReason.PersonRequest, null, Domain.Kernel.Actor.Platform, default);
        var after = JsonNode.Parse(await TextAsync(client, await AddressAsync(client, person, "JSON")))!;
        ((bool)after["erased"]!).ShouldBeTrue();
        after["events"].ShouldBeNull();
        (await TextAsync(client, await AddressAsync(client, person, "HTML"))).ShouldNotContain("CANARY", Case.Insensitive);
    }

    [Fact]
    public async Task Given_an_address_When_used_again_or_late_or_by_somebody_else_Then_it_is_gone()
    {
        var person = await platform.FollowAsync("9300002", Story.Traits(), territory: territory);
        using var client = platform.Client(Story.Coordinator(territory));
        var address = await AddressAsync(client, person, "JSON");
        using var other = platform.Client(Story.Other(territory));
        (await other.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await platform.Client(null).GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await platform.Client(DemoUsers.All["nurse"]).GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        var late = await AddressAsync(client, person, "JSON");
        platform.Clock.Advance(TimeSpan.FromMinutes(11));
        using var again = platform.Client(Story.Coordinator(territory));
        (await again.GetAsync(late)).StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Given_an_audit_that_takes_nothing_When_exported_Then_503_and_nothing_leaves()
    {
        var person = await platform.FollowAsync("9300003", Story.Traits("CANARYEXPORT"), territory: territory);
        using var client = platform.Client(Story.Coordinator(territory));
        var address = await AddressAsync(client, person, "JSON");
        await AsOwnerAsync("revoke insert on audit.reading from coordination_audit");
        try
        {
            using var answer = await client.GetAsync(address);
            answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("CANARYEXPORT");
        }
        finally
        {
            await AsOwnerAsync("grant insert on audit.reading to coordination_audit");
        }
    }

    private async Task<PersonId> TellAsync()
    {
        var person = await platform.AnnounceAsync(territory, Story.Traits("CANARYEXPORT"));
        using var client = platform.Client(Story.Coordinator(territory));
        var record = NodeId.Encode("CareRecord", Record.IdOf(new(territory), person).Value);
        await client.AskAsync("mutation($r: ID!) { stateSituation(input: { recordId: $r, topic: HOUSING, text: \"canary-text <b>\" }) { record { id } } }", new { r = record });
        await client.AskAsync("mutation($r: ID!) { designateContact(input: { recordId: $r, kind: GUARDIAN, name: \"canary-third\", from: \"2026-11-20\" }) { record { id } } }", new { r = record });
        return person;
    }

    private static async Task<string> AddressAsync(HttpClient client, PersonId person, string format)
    {
        var answer = await client.AskAsync(Prepare, new { id = NodeId.Encode("Person", person.Value), f = format });
        return (string)answer.Data!["preparePersonExport"]!["export"].ShouldNotBeNull(answer.Text)["address"]!;
    }

    private static async Task<string> TextAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return text;
    }

    private async Task AsOwnerAsync(string sql)
    {
        await using var command = platform.Get<Database>().Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
