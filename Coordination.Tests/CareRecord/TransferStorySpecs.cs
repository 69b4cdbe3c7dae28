using System.Text.Json.Nodes;
using Coordination.Api.CareRecord;
using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Api.Security.Development;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Platform.EventStore;
using Platform.EventStore.Protection;
using Platform.Messaging;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Tests.CareRecord;

/// <summary>A record goes from one territory to another over the durable bus, told through the API of both.</summary>
public sealed class TransferStorySpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>, IAsyncLifetime
{
    private const string Arrivals = "{ receivedTransfers { nodes { id status refusal parts from { territory name } answeredBy content { name situation { topic text } lines { part text } } candidates { id } record { id origin { from { territory } } } } } }";
    private readonly string from = Story.NewTerritory();
    private readonly string to = Story.NewTerritory();

    public async Task InitializeAsync() =>
        await platform.Get<DirectoryImport>().ImportAsync([], [], [(from, $"DAC {from}"), (to, $"DAC {to}")], [], default);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Given_two_territories_When_a_record_is_transferred_and_taken_over_Then_it_goes_on_there_and_both_cite_each_other()
    {
        var person = await FollowAsync("TRANSFEREE");
        var sent = await TransferAsync(person);
        ((string)sent["record"]!["closing"]!["reason"]!).ShouldBe("TRANSFERRED");
        ((string)sent["record"]!["transfer"]!["status"]!).ShouldBe("AWAITING");
        await platform.SettleAsync();

        var arrived = await ArrivedAsync();
        ((string)arrived["status"]!).ShouldBe("AWAITING");
        ((string)arrived["from"]!["name"]!).ShouldBe($"DAC {from}");
        ((string)arrived["content"]!["name"]!).ShouldBe("TRANSFEREE JEANNE");
        ((string)arrived["content"]!["situation"]!.AsArray().ShouldHaveSingleItem()!["text"]!).ShouldBe("au 3e sans ascenseur");
        ((string)(await AnswerAsync("acceptTransfer", new { id = (string)arrived["id"]!, commune = "33063", acknowledged = Array.Empty<string>() }))["transfer"]!["status"]!).ShouldBe("ACCEPTED");
        // The same answer again is the same answer.
        ((string)(await AnswerAsync("acceptTransfer", new { id = (string)arrived["id"]!, commune = "33063", acknowledged = Array.Empty<string>() }))["transfer"]!["status"]!).ShouldBe("ACCEPTED");
        await platform.SettleAsync();

        var there = await ArrivedAsync();
        var id = (string)there["record"]!["id"]!;
        ((string)there["record"]!["origin"]!["from"]!["territory"]!).ShouldBe(from);
        id.ShouldNotBe(RecordId(person));
        var record = (await ThereAsync("query($id: ID!) { careRecord(id: $id) { status informedOn referent { id } socialSituation { text } lifeLine { nodes { type } } } }", new { id })).Data!["careRecord"]!;
        ((string)record["socialSituation"]!.AsArray().ShouldHaveSingleItem()!["text"]!).ShouldBe("au 3e sans ascenseur");
        record["lifeLine"]!["nodes"]!.AsArray().Select(n => (string)n!["type"]!).ShouldBeSubsetOf(["care_record_opened", "referent_assigned", "care_record_received", "information_recorded", "opposition_recorded", "situation_stated", "transfer_received", "transfer_accepted"]);
        record["lifeLine"]!["nodes"]!.AsArray().Select(n => (string)n!["type"]!).ShouldContain("transfer_accepted");

        var here = await HereAsync(person);
        ((string)here["transfer"]!["status"]!).ShouldBe("ACCEPTED");
        ((string)here["transfer"]!["to"]!["territory"]!).ShouldBe(to);
        // The archive stays to be read, and is not taken up again.
        ((string)here["socialSituation"]!.AsArray().ShouldHaveSingleItem()!["text"]!).ShouldBe("au 3e sans ascenseur");
        var reopened = await platform.Client(Story.Coordinator(from)).AskAsync(
            "mutation($input: ReopenRecordInput!) { reopenRecord(input: $input) { record { id } errors { __typename } } }", new { input = new { recordId = RecordId(person) } });
        ((string)reopened.Data!["reopenRecord"]!["errors"]![0]!["__typename"]!).ShouldBe("TransferStandsError");
    }

    [Fact]
    public async Task Given_a_transfer_When_somebody_of_the_other_territory_asks_for_the_record_here_by_id_Then_it_is_nobody()
    {
        var person = await FollowAsync("CANARYNAME");
        await TransferAsync(person);
        await platform.SettleAsync();
        var answer = await ThereAsync("query($id: ID!) { careRecord(id: $id) { id } node(id: $id) { id } accessTo(id: $id) { permitted rule } }", new { id = RecordId(person) });
        answer.Data!["careRecord"].ShouldBeNull();
        answer.Data["node"].ShouldBeNull();
        ((string)answer.Data["accessTo"]!["rule"]!).ShouldBe("NOT_FOUND");
        // And the territory that it left does not read what arrived.
        var foreign = await platform.Client(Story.Coordinator(from)).AskAsync("query($id: ID!) { receivedTransfer(id: $id) { id } receivedTransfers { nodes { id } } }", new { id = (string)(await ArrivedAsync())["id"]! });
        foreign.Data!["receivedTransfer"].ShouldBeNull();
        foreign.Data["receivedTransfers"]!["nodes"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_a_transfer_When_refused_Then_what_arrived_is_destroyed_and_the_record_may_be_reopened()
    {
        var person = await FollowAsync("REFUSEE");
        await TransferAsync(person);
        await platform.SettleAsync();
        var arrived = await ArrivedAsync();
        ((string)(await AnswerAsync("refuseTransfer", new { id = (string)arrived["id"]!, reason = "NOT_IN_TERRITORY" }))["transfer"]!["status"]!).ShouldBe("REFUSED");
        ((string)(await AnswerAsync("acceptTransfer", new { id = (string)arrived["id"]!, commune = "33063", acknowledged = Array.Empty<string>() }))["errors"]![0]!["__typename"]!).ShouldBe("TransferIsAnsweredError");
        await platform.SettleAsync();
        (await ArrivedAsync())["content"].ShouldBeNull();
        (await platform.Get<ISubjectKeys>().FindManyAsync(to, [NewcomerOf(arrived).Value])).ShouldBeEmpty();

        var here = await HereAsync(person);
        ((string)here["transfer"]!["status"]!).ShouldBe("REFUSED");
        ((string)here["transfer"]!["refusal"]!).ShouldBe("NOT_IN_TERRITORY");
        var reopened = await platform.Client(Story.Coordinator(from)).AskAsync(
            "mutation($input: ReopenRecordInput!) { reopenRecord(input: $input) { record { status transfer { status } } errors { __typename } } }", new { input = new { recordId = RecordId(person) } });
        ((string)reopened.Data!["reopenRecord"]!["record"]!["status"]!).ShouldBe("OPEN", reopened.Text);
        reopened.Data["reopenRecord"]!["record"]!["transfer"].ShouldBeNull();
    }

    [Fact]
    public async Task Given_somebody_known_there_When_taken_over_Then_she_is_answered_first_and_goes_on_as_the_one_she_is()
    {
        var person = await FollowAsync("DEUXFOIS");
        var known = new PersonId(Guid.NewGuid());
        await using (var session = platform.Get<DocumentStore>().LightweightSession(new global::Platform.EventStore.SessionOptions(to)))
        {
            platform.Get<PersonRegistry>().Register(session, known, Story.Traits("DEUXFOIS"), []);
            await session.SaveChangesAsync();
        }

        await TransferAsync(person);
        await platform.SettleAsync();
        var arrived = await ArrivedAsync();
        var there = NodeId.Encode("Person", known.Value);
        ((string)arrived["candidates"]!.AsArray().ShouldHaveSingleItem()!["id"]!).ShouldBe(there);
        var near = await AnswerAsync("acceptTransfer", new { id = (string)arrived["id"]!, commune = "33063", acknowledged = Array.Empty<string>() });
        ((string)near["errors"]![0]!["__typename"]!).ShouldBe("NearDuplicatesError");
        ((string)(await AnswerAsync("acceptTransfer", new { id = (string)arrived["id"]!, commune = "33063", acknowledged = Array.Empty<string>(), person = there }))["transfer"]!["status"]!).ShouldBe("ACCEPTED");
        await platform.SettleAsync();
        var after = await ArrivedAsync();
        ((string)after["record"]!["id"]!).ShouldBe(NodeId.Encode("CareRecord", Record.IdOf(new(to), known).Value));
        ((string)after["content"]!["name"]!).ShouldBe("DEUXFOIS JEANNE");
        (await platform.Get<ISubjectKeys>().FindManyAsync(to, [NewcomerOf(arrived).Value])).ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_a_departure_When_its_message_comes_twice_Then_it_arrives_once()
    {
        var person = await FollowAsync("DEUXMESSAGES");
        await TransferAsync(person);
        await platform.SettleAsync();
        var id = NodeId.TryDecode((string)(await ArrivedAsync())["id"]!)!.Value.Id;
        await using (var session = platform.Get<DocumentStore>().LightweightSession(new global::Platform.EventStore.SessionOptions(from)))
        {
            platform.Get<OutboxWriter>().Send(session, new TransferDeparted(id, person), new DeliveryOptions { TenantId = from, GroupId = TransferCourier.GroupOf(id) });
            await session.SaveChangesAsync();
        }

        await platform.SettleAsync();
        await ArrivedAsync();
        await using var there = platform.Get<DocumentStore>().QuerySession(to);
        (await there.Events.FetchStreamAsync(id)).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("unknown", true, "UNKNOWN_TERRITORY")]
    [InlineData("own", true, "OTHER_TERRITORY")]
    [InlineData("other", false, "PERSON_INFORMED_AND_NOT_OPPOSED")]
    public async Task Given_a_rule_broken_When_transferred_Then_the_field_and_rule_are_named_and_nothing_left(string target, bool notOpposed, string rule)
    {
        var person = await FollowAsync("RESTEE");
        var refused = await TransferAsync(person, target switch { "own" => from, "other" => to, _ => "dac-nowhere" }, notOpposed);
        ((string)refused["errors"]![0]!["rule"]!).ShouldBe(rule);
        await platform.SettleAsync();
        (await ThereAsync(Arrivals, null)).Data!["receivedTransfers"]!["nodes"]!.AsArray().ShouldBeEmpty();
    }

    private async Task<PersonId> FollowAsync(string name)
    {
        var person = await platform.FollowAsync(Guid.NewGuid().ToString("N")[..10], Story.Traits(name), territory: from, opposed: SharingScope.MentalHealth);
        await using var session = platform.Get<DocumentStore>().LightweightSession(new global::Platform.EventStore.SessionOptions(from) { UserName = DemoUsers.Coordinator.Value.ToString() });
        session.Events.Append(Record.IdOf(new(from), person).Value, new SituationStated(SituationTopic.Housing, Protected<string>.Of(person, "au 3e sans ascenseur")));
        await session.SaveChangesAsync();
        return person;
    }

    private async Task<JsonNode> TransferAsync(PersonId person, string? target = null, bool notOpposed = true)
    {
        var answer = await platform.Client(Story.Coordinator(from)).AskAsync(
            "mutation($input: TransferRecordInput!) { transferRecord(input: $input) { record { closing { reason } transfer { status } } errors { __typename ... on InvalidInputError { rule } } } }",
            new { input = new { recordId = RecordId(person), target = target ?? to, informedOn = "2026-11-20", notOpposed, parts = new[] { "SITUATION", "PLAN", "TEAM", "ASSESSMENTS", "CONTACTS" }, commandId = Guid.NewGuid() } });
        return answer.Data.ShouldNotBeNull(answer.Text)["transferRecord"]!;
    }

    private async Task<JsonNode> ArrivedAsync()
    {
        var answer = await ThereAsync(Arrivals, null);
        answer.Code.ShouldBeNull(answer.Text);
        return answer.Data!["receivedTransfers"]!["nodes"]!.AsArray().ShouldHaveSingleItem()!;
    }

    private async Task<JsonNode> AnswerAsync(string mutation, object input)
    {
        var type = $"{char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input";
        var answer = await ThereAsync($"mutation($input: {type}!) {{ {mutation}(input: $input) {{ transfer {{ status }} errors {{ __typename }} }} }}", new { input });
        return answer.Data.ShouldNotBeNull(answer.Text)[mutation]!;
    }

    private async Task<JsonNode> HereAsync(PersonId person) => (await platform.Client(Story.Coordinator(from)).AskAsync(
        "query($id: ID!) { careRecord(id: $id) { transfer { status refusal answeredOn to { territory } } socialSituation { text } } }", new { id = RecordId(person) })).Data!["careRecord"]!;

    private Task<Answer> ThereAsync(string query, object? variables) => platform.Client(Story.Coordinator(to)).AskAsync(query, variables);

    private PersonId NewcomerOf(JsonNode arrived) => ReceivedTransfer.NewcomerOf(new(to), NodeId.TryDecode((string)arrived["id"]!)!.Value.Id);

    private string RecordId(PersonId person) => NodeId.Encode("CareRecord", Record.IdOf(new(from), person).Value);
}
