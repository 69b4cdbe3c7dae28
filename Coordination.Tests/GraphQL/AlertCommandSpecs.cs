using System.Text.Json.Nodes;
using Coordination.Tests.Harness;
using Platform.EventStore.Protection;

namespace Coordination.Tests.GraphQL;

/// <summary>Taking and closing alerts as the portal does it.</summary>
public sealed class AlertCommandSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string Take = """
        mutation($input: TakeAlertInput!) { takeAlert(input: $input) { alert { id status version taken { by { displayName } } }
          errors { __typename ... on Error { code message } ... on AlertAlreadyTakenError { takenBy { displayName } } ... on ConcurrentChangeError { currentVersion } } } }
        """;

    private const string Acknowledge = """
        mutation($input: AcknowledgeAlertInput!) { acknowledgeAlert(input: $input) { alert { status closure { reason automatic } }
          errors { __typename ... on Error { code } } } }
        """;

    private readonly string territory = Story.NewTerritory();

    private HttpClient Mine => platform.Client(Story.Coordinator(territory));

    private HttpClient Theirs => platform.Client(Story.Other(territory));

    [Fact]
    public async Task Given_an_alert_When_two_coordinators_take_it_Then_the_second_learns_who_has_it()
    {
        var id = await AlertAsync();
        var first = await TakeAsync(Mine, new { id });
        ((string)first["alert"]!["status"]!).ShouldBe("TAKEN");
        ((string)first["alert"]!["taken"]!["by"]!["displayName"]!).ShouldBe("Claire Demoncourt");

        var second = await TakeAsync(Theirs, new { id });
        var error = second["errors"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)error["__typename"]!).ShouldBe("AlertAlreadyTakenError");
        ((string)error["takenBy"]!["displayName"]!).ShouldBe("Claire Demoncourt");
    }

    [Fact]
    public async Task Given_a_command_id_When_it_comes_again_Then_one_event_stands_and_another_content_is_refused()
    {
        var id = await AlertAsync();
        var commandId = Guid.NewGuid();
        var first = await TakeAsync(Mine, new { id, commandId });
        var again = await TakeAsync(Mine, new { id, commandId });
        JsonNode.DeepEquals(first, again).ShouldBeTrue(again.ToJsonString());
        (await TakenEventsAsync()).ShouldBe(1);

        await platform.AnnounceAsync(territory);
        var ids = (await Mine.AskAsync("{ alerts { nodes { id } } }")).Data!["alerts"]!["nodes"]!.AsArray().Select(n => (string)n!["id"]!);
        var mismatch = await TakeAsync(Mine, new { id = ids.Single(i => i != id), commandId });
        ((string)mismatch["errors"]![0]!["__typename"]!).ShouldBe("IdempotencyMismatchError");
        (await TakenEventsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Given_a_stale_version_When_it_is_named_Then_the_current_one_is_answered_and_nothing_is_written()
    {
        var id = await AlertAsync();
        var error = (await TakeAsync(Mine, new { id, expectedVersion = 7 }))["errors"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)error["__typename"]!).ShouldBe("ConcurrentChangeError");
        ((int)error["currentVersion"]!).ShouldBe(1);
        (await TakenEventsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Given_eight_coordinators_When_they_take_one_alert_at_once_Then_one_has_it()
    {
        var id = await AlertAsync();
        var clients = Enumerable.Range(0, 8).Select(i => platform.Client(Story.Other(territory) with
        {
            Id = $"test-{i}", Professional = new(new Guid(i + 1, 0x47d, 0x4c00, [0x80, 0, 0, 0, 0, 0, 0, 0])),
        }));
        var answers = await Task.WhenAll(clients.Select(c => TakeAsync(c, new { id })));
        answers.Count(a => a["errors"] is null).ShouldBe(1);
        answers.Where(a => a["errors"] is not null).ShouldAllBe(a => (string)a["errors"]![0]!["code"]! == "ALERT_ALREADY_TAKEN");
        (await TakenEventsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Given_another_territorys_coordinator_When_she_names_the_alert_Then_there_is_none()
    {
        var id = await AlertAsync();
        var stranger = platform.Client(Story.Coordinator("dac-99"));
        ((string)(await TakeAsync(stranger, new { id }))["errors"]![0]!["__typename"]!).ShouldBe("AlertNotFoundError");
        var seen = (await stranger.AskAsync("query($id: ID!) { node(id: $id) { id } alert(id: $id) { id } alerts { totalCount } }", new { id })).Data!;
        seen["node"].ShouldBeNull();
        seen["alert"].ShouldBeNull();
        ((int)seen["alerts"]!["totalCount"]!).ShouldBe(0);
        (await TakenEventsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Given_a_closing_without_reason_Then_it_is_refused_by_its_rule()
    {
        var id = await AlertAsync();
        var answer = (await Mine.AskAsync(Acknowledge, new { input = new { id, reason = "  " } })).Data!["acknowledgeAlert"]!;
        ((string)answer["errors"]![0]!["__typename"]!).ShouldBe("AlertReasonMissingError");
    }

    [Fact]
    public async Task Given_a_reason_When_the_person_is_erased_Then_it_was_never_in_clear_and_everything_still_answers()
    {
        const string reason = "canary-reason-7731";
        var person = await platform.AnnounceAsync(territory, Story.Traits("CANARYNAME"));
        var id = await platform.OnlyAlertAsync(territory);
        var closed = (await Mine.AskAsync(Acknowledge, new { input = new { id, reason } })).Data!["acknowledgeAlert"]!["alert"]!;
        ((string)closed["status"]!).ShouldBe("ACKNOWLEDGED");
        ((string)closed["closure"]!["reason"]!).ShouldBe(reason);
        foreach (var table in new[] { "mt_events", "alert_v1", "discharge_v1", "establishment_discharge_v1" })
            (await platform.ScalarAsync<long>($"select count(*) from {table} t where t::text ~ 'canary-reason|CANARYNAME'")).ShouldBe(0, table);

        await platform.Get<SubjectVault>().EraseAsync(territory, person.Value);
        platform.Get<Coordination.Api.CareRecord.PersonIndex>().Invalidate(new(new(territory), person));
        var after = (await Mine.AskAsync("query($id: ID!) { alert(id: $id) { title closure { reason } subject { birthName givenNames } history { label } } }", new { id }));
        after.Code.ShouldBeNull(after.Text);
        ((string)after.Data!["alert"]!["closure"]!["reason"]!).ShouldBe("Motif effacé.");
        ((string)after.Data!["alert"]!["subject"]!["birthName"]!).ShouldContain("Identité effacée");
        after.Text.ShouldNotContain("CANARY", Case.Insensitive);
    }

    private async Task<string> AlertAsync()
    {
        await platform.AnnounceAsync(territory);
        return await platform.OnlyAlertAsync(territory);
    }

    private static async Task<JsonNode> TakeAsync(HttpClient client, object input) => (await client.AskAsync(Take, new { input })).Data!["takeAlert"]!;

    private Task<long> TakenEventsAsync() =>
        platform.ScalarAsync<long>("select count(*) from mt_events where type = 'alert_taken' and tenant_id = $1", territory);
}
