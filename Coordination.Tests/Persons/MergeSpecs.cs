using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Security.Development;
using Coordination.Domain.Identifiers;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using static Coordination.Tests.Persons.PersonsStory;

namespace Coordination.Tests.Persons;

public sealed class MergeSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string Merge = "mutation($survivor: ID!, $merged: ID!) { mergePersons(input: { survivor: $survivor, merged: $merged }) { person { id } errors { ... on Error { code } } } }";
    private const string Unmerge = "mutation($survivor: ID!, $merged: ID!) { unmergePersons(input: { survivor: $survivor, merged: $merged }) { person { id } errors { ... on Error { code } } } }";

    [Fact]
    public async Task Given_two_identities_When_merged_and_parted_again_Then_every_path_follows()
    {
        var territory = Story.NewTerritory();
        var ipp = $"IPP-{territory}";
        var survivor = Node(await platform.FollowAsync($"{ipp}-1", Story.Traits("FUSION"), territory: territory));
        var coordinator = platform.Client(Story.Coordinator(territory));
        await platform.SettleAsync();
        var merged = await coordinator.RegisteredAsync(new { birthName = "FUSION", givenNames = new[] { "Jeanne" }, sex = "FEMALE", birthDate = "01/06/1942", usedName = "GARONNE" }, [survivor]);
        await LinkAsync(territory, merged, ipp);
        await platform.SettleAsync();
        var cell = platform.Client(Cell(territory));
        (await platform.TasksAsync(territory)).ShouldHaveSingleItem();

        var done = await cell.AskAsync(Merge, new { survivor, merged });
        ((string)done.Data!["mergePersons"]!["person"]!["id"]!).ShouldBe(survivor, done.Text);
        (await coordinator.FoundAsync("01/06/1942", "garonne")).ShouldBe([survivor]);
        (await PersonIdAsync(coordinator, merged)).ShouldBe(survivor);
        (await platform.Get<PersonRegistry>().FindByLocalIdentifierAsync(DemoUsers.Hospital, ipp, default)).ShouldHaveSingleItem().Person.ShouldBe(Key(survivor));
        (await platform.TasksAsync(territory)).ShouldBeEmpty();
        ((string)(await platform.TasksAsync(territory, "MERGED")).ShouldHaveSingleItem()!["merged"]!).ShouldBe(merged);
        ((string)(await cell.AskAsync(Merge, new { survivor, merged })).ErrorOf("mergePersons")["code"]!).ShouldBe("PERSON_IS_MERGED");

        (await cell.AskAsync(Unmerge, new { survivor, merged })).Data!["unmergePersons"]!["errors"].ShouldBeNull();
        (await coordinator.FoundAsync("01/06/1942", "garonne")).ShouldBe([merged]);
        (await PersonIdAsync(coordinator, merged)).ShouldBe(merged);
        (await platform.Get<PersonRegistry>().FindByLocalIdentifierAsync(DemoUsers.Hospital, ipp, default)).ShouldHaveSingleItem().Person.ShouldBe(Key(merged));
        (await platform.TasksAsync(territory)).ShouldHaveSingleItem();
        ((string)(await cell.AskAsync(Unmerge, new { survivor, merged })).ErrorOf("unmergePersons")["code"]!).ShouldBe("NOT_MERGED");
    }

    [Fact]
    public async Task Given_records_When_merged_Then_two_block_and_the_only_one_has_to_stay()
    {
        var territory = Story.NewTerritory();
        var one = Node(await platform.FollowAsync($"R1-{territory}", Story.Traits(), territory: territory));
        var two = Node(await platform.FollowAsync($"R2-{territory}", Story.Traits(), territory: territory));
        await platform.SettleAsync();
        var bare = await platform.Client(Story.Coordinator(territory)).RegisteredAsync(Identity("NUE"));
        var cell = platform.Client(Cell(territory));
        ((string)(await cell.AskAsync(Merge, new { survivor = one, merged = two })).ErrorOf("mergePersons")["code"]!).ShouldBe("BOTH_RECORDS_OPEN");
        ((string)(await cell.AskAsync(Merge, new { survivor = bare, merged = one })).ErrorOf("mergePersons")["code"]!).ShouldBe("MERGE_OTHER_WAY");
        ((string)(await cell.AskAsync(Merge, new { survivor = bare, merged = Node(new(Guid.NewGuid())) })).ErrorOf("mergePersons")["code"]!).ShouldBe("PERSON_NOT_FOUND");
    }

    [Fact]
    public async Task Given_twins_suspected_When_dismissed_with_a_reason_Then_the_queue_is_empty_and_stays_so()
    {
        var territory = Story.NewTerritory();
        await platform.FollowAsync($"D1-{territory}", Story.Traits(), territory: territory);
        await platform.FollowAsync($"D2-{territory}", Story.Traits(), territory: territory);
        await platform.SettleAsync();
        var id = (string)(await platform.TasksAsync(territory)).ShouldHaveSingleItem()!["id"]!;
        const string dismiss = "mutation($id: ID!) { dismissDuplicate(input: { taskId: $id, reason: HOMONYMS }) { task { status dismissal } errors { ... on Error { code } } } }";
        var answer = await platform.Client(Cell(territory)).AskAsync(dismiss, new { id });
        ((string)answer.Data!["dismissDuplicate"]!["task"]!["dismissal"]!).ShouldBe("HOMONYMS", answer.Text);
        ((string)(await platform.Client(Cell(territory)).AskAsync(dismiss, new { id })).ErrorOf("dismissDuplicate")["code"]!).ShouldBe("IDENTITY_TASK_CLOSED");
        (await platform.TasksAsync(territory)).ShouldBeEmpty();
    }

    private static string Node(PersonId person) => NodeId.Encode("Person", person.Value);

    private static PersonId Key(string id) => new(NodeId.Decode("Person", id, "id"));

    private static async Task<string> PersonIdAsync(HttpClient client, string id) =>
        (string)(await client.AskAsync("query($id: ID!) { person(id: $id) { id } }", new { id })).Data!["person"]!["id"]!;

    private async Task LinkAsync(string territory, string person, string ipp)
    {
        var store = platform.Get<global::Platform.EventStore.DocumentStore>();
        await using var session = store.LightweightSession(new global::Platform.EventStore.SessionOptions(territory));
        platform.Get<PersonRegistry>().Link(session, Key(person), DemoUsers.Hospital, ipp);
        await session.SaveChangesAsync();
    }
}
