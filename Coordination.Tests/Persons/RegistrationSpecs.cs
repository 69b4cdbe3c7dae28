using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using static Coordination.Tests.Persons.PersonsStory;

namespace Coordination.Tests.Persons;

public sealed class RegistrationSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    [Fact]
    public async Task Given_a_person_When_she_is_registered_Then_found_by_birth_date_and_letters_with_her_record()
    {
        var territory = Story.NewTerritory();
        var client = platform.Client(Story.Coordinator(territory));
        var id = await client.RegisteredAsync(Identity("Cœurdeloy-Hélias", usedName: "de La Tour"), open: true);
        await platform.SettleAsync();

        foreach (var letters in new[] { null, "c", "coeur", "HELIAS", "cœurdeloy", "elias", "la tour", "od" })
            (await client.FoundAsync("12/03/1931", letters)).ShouldBe([id], letters);
        (await client.FoundAsync("1931")).ShouldBe([id]);
        (await client.FoundAsync("13/03/1931", "c")).ShouldBeEmpty();
        (await client.FoundAsync("12/03/1931", "zz%_")).ShouldBeEmpty();
        var person = (await client.AskAsync("query($id: ID!) { person(id: $id) { birthName record { referent { displayName } commune } } }", new { id })).Data!["person"]!;
        ((string)person["birthName"]!).ShouldBe("Cœurdeloy-Hélias");
        ((string)person["record"]!["referent"]!["displayName"]!).ShouldBe("Claire Demoncourt");
        (await platform.Client(Story.Coordinator(Story.NewTerritory())).AskAsync("query($id: ID!) { person(id: $id) { id } }", new { id })).Data!["person"].ShouldBeNull();
    }

    [Fact]
    public async Task Given_a_near_duplicate_When_somebody_registers_Then_shown_first_and_created_only_once_acknowledged()
    {
        var territory = Story.NewTerritory();
        var client = platform.Client(Story.Coordinator(territory));
        var first = await client.RegisteredAsync(Identity("DUPONT"));

        var error = (await client.RegisterAsync(Identity("Dupond"))).ErrorOf("registerPerson");
        ((string)error["code"]!).ShouldBe("NEAR_DUPLICATES");
        ((string)error["persons"]!.AsArray().ShouldHaveSingleItem()!["id"]!).ShouldBe(first);
        (await client.RegisteredAsync(Identity("Dupond"), [first])).ShouldNotBe(first);
        await platform.SettleAsync();
        ((string)(await platform.TasksAsync(territory)).ShouldHaveSingleItem()!["kind"]!).ShouldBe("NEAR_TRAITS");
    }

    [Fact]
    public async Task Given_two_registrations_of_one_person_at_once_When_settled_Then_one_task()
    {
        var territory = Story.NewTerritory();
        var client = platform.Client(Story.Coordinator(territory));
        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => client.RegisterAsync(Identity("SIMULTANEE"))));
        var ids = answers.Select(a => (string?)a.Data!["registerPerson"]!["person"]?["id"]).ToList();
        // Whoever comes first may be seen by the other: then the other acknowledges her.
        if (ids.IndexOf(null) is var seen and >= 0) ids[seen] = await client.RegisteredAsync(Identity("SIMULTANEE"), [ids.First(i => i is not null)!]);
        await platform.SettleAsync();
        var task = (await platform.TasksAsync(territory)).ShouldHaveSingleItem()!;
        ((string)task["kind"]!).ShouldBe("SAME_TRAITS");
        task["persons"]!.AsArray().Select(p => (string)p!["id"]!).ShouldBe(ids!, ignoreOrder: true);
    }

    [Fact]
    public async Task Given_a_registration_When_it_is_sent_again_Then_one_person_and_another_content_is_refused()
    {
        var client = platform.Client(Story.Coordinator(Story.NewTerritory()));
        var command = Guid.NewGuid();
        var one = await client.RegisterAsync(Identity("REPETEE"), command: command);
        var two = await client.RegisterAsync(Identity("REPETEE"), command: command);
        ((string)two.Data!["registerPerson"]!["person"]!["id"]!).ShouldBe((string)one.Data!["registerPerson"]!["person"]!["id"]!);
        ((string)(await client.RegisterAsync(Identity("AUTRE"), command: command)).ErrorOf("registerPerson")["code"]!).ShouldBe("IDEMPOTENCY_MISMATCH");
    }

    [Fact]
    public async Task N14_Given_twins_and_a_baby_without_INS_When_registered_Then_nobody_is_in_the_way()
    {
        var territory = Story.NewTerritory();
        var client = platform.Client(Story.Coordinator(territory));
        await client.RegisteredAsync(Identity("JUMEAUX", "Paul", "22/11/2026", "MALE"));
        await client.RegisteredAsync(Identity("JUMEAUX", "Basile", "22/11/2026", "MALE"));
        await platform.SettleAsync();
        (await platform.TasksAsync(territory)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("24/11/2026", "NOT_IN_FUTURE")]
    [InlineData("01/01/1895", "NOT_OVER_130_YEARS")]
    [InlineData("hier", "BIRTH_DATE")]
    [InlineData("12/03/31", "BIRTH_DATE")]
    public async Task D06_Given_an_impossible_birth_date_When_registered_Then_field_and_rule_and_nothing_written(string date, string rule)
    {
        var territory = Story.NewTerritory();
        var error = (await platform.Client(Story.Coordinator(territory)).RegisterAsync(Identity(birthDate: date))).ErrorOf("registerPerson");
        ((string)error["field"]!, (string)error["rule"]!).ShouldBe(("birthDate", rule));
        (await platform.ScalarAsync<long>("select count(*) from subject_vault where tenant_id = $1", territory)).ShouldBe(0);
    }

    [Fact]
    public async Task Given_more_than_fifty_of_one_birth_date_When_searched_Then_one_more_letter_is_asked_for()
    {
        var territory = Story.NewTerritory();
        for (var i = 0; i < 51; i++)
            await platform.FollowAsync($"{7_000_000 + i}-{territory}", Story.Traits($"{(char)('A' + (i % 26))}BCDF{(char)('A' + (i / 26))}", $"G{(char)('A' + (i % 26))}"), territory: territory);
        await platform.SettleAsync();
        var client = platform.Client(Story.Coordinator(territory));
        var answer = (await client.AskAsync("{ persons(birthDate: \"01/06/1942\") { tooMany persons { id } } }")).Data!["persons"]!;
        ((bool)answer["tooMany"]!).ShouldBeTrue();
        answer["persons"]!.AsArray().ShouldBeEmpty();
        (await client.FoundAsync("01/06/1942", "b")).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Given_a_search_without_a_birth_date_When_asked_Then_refused_with_field_and_rule()
    {
        var answer = await platform.Client(Story.Coordinator("dac-47")).AskAsync("{ persons(name: \"durand\") { tooMany } }");
        answer.Code.ShouldBe("INVALID_INPUT");
        ((string)answer.Json["errors"]![0]!["extensions"]!["field"]!).ShouldBe("birthDate");
    }
}
