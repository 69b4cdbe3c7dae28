using System.Text.Json.Nodes;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using static Coordination.Tests.Persons.PersonsStory;

namespace Coordination.Tests.Persons;

/// <summary>Matricules under the test OID, made by the rule of the key: none is a person's.</summary>
public sealed class QualificationSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string Test = "1.2.250.1.213.1.4.10";

    [Fact]
    public async Task N15_Given_a_document_and_an_INS_When_both_are_recorded_Then_the_matricule_is_shown_and_local_names_stay()
    {
        var territory = Story.NewTerritory();
        var cell = platform.Client(Cell(territory));
        var id = await cell.RegisteredAsync(Identity("Hélias", "Odette", usedName: "Martin"));
        (await RetrieveAsync(cell, id, Matricule(1), "HELIAS"))["person"]!["identityStatus"]!.GetValue<string>().ShouldBe("RETRIEVED");
        (await ShownAsync(cell, id))["insMasked"].ShouldBeNull();
        var validated = await cell.AskAsync("mutation($id: ID!) { validateIdentity(input: { id: $id, document: IDENTITY_CARD }) { person { identityStatus } errors { ... on Error { code } } } }", new { id });
        ((string)validated.Data!["validateIdentity"]!["person"]!["identityStatus"]!).ShouldBe("QUALIFIED", validated.Text);
        var shown = await ShownAsync(cell, id);
        ((string)shown["insMasked"]!).ShouldBe($"************{Matricule(1)[12..]}");
        ((string)shown["birthName"]!, (string)shown["usedName"]!, (string)shown["insTraits"]!["birthName"]!).ShouldBe(("Hélias", "Martin", "HELIAS"));

        var removed = await cell.AskAsync("mutation($id: ID!) { removeIns(input: { id: $id, reason: OTHER_PERSON }) { person { identityStatus insMasked insTraits { birthName } } errors { ... on Error { code } } } }", new { id });
        var after = removed.Data!["removeIns"]!["person"]!;
        ((string)after["identityStatus"]!, (string?)after["insMasked"], after["insTraits"]).ShouldBe(("PROVISIONAL", null, null));
        (await cell.AskAsync("query($ins: String) { persons(ins: $ins) { persons { id } } }", new { ins = Matricule(1) })).Data!["persons"]!["persons"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task N12_N13_Given_one_matricule_twice_When_settled_Then_a_collision_or_a_candidate_never_a_merge()
    {
        var territory = Story.NewTerritory();
        var cell = platform.Client(Cell(territory));
        var one = await cell.RegisteredAsync(Identity("BLANC", "Anne"));
        var other = await cell.RegisteredAsync(Identity("NOIR", "Zoé"));
        await RetrieveAsync(cell, one, Matricule(2), "BLANC", "ANNE");
        await RetrieveAsync(cell, other, Matricule(2), "NOIR", "ZOE");
        await platform.SettleAsync();
        ((string)(await platform.TasksAsync(territory)).ShouldHaveSingleItem()!["kind"]!).ShouldBe("COLLISION");
        var found = (await cell.AskAsync("query($ins: String) { persons(ins: $ins) { persons { id } } }", new { ins = Matricule(2) })).Data!["persons"]!["persons"]!.AsArray();
        found.Select(p => (string)p!["id"]!).ShouldBe([one, other], ignoreOrder: true);

        var same = await cell.RegisteredAsync(Identity("Bläñc", "Anne-Laure"), [one]);
        await RetrieveAsync(cell, same, Matricule(2), "BLANC", "ANNE LAURE");
        await platform.SettleAsync();
        (await platform.TasksAsync(territory)).Select(t => (string)t!["kind"]!).ShouldBe(["COLLISION", "SAME_MATRICULE", "COLLISION"], ignoreOrder: true);
        var homonym = await cell.RegisteredAsync(Identity("NOIR", "Zoé"), [other]);
        await RetrieveAsync(cell, homonym, Matricule(3), "NOIR", "ZOE");
        await platform.SettleAsync();
        (await platform.TasksAsync(territory)).Count(t => (string)t!["kind"]! == "HOMONYMS").ShouldBe(1);
    }

    [Theory]
    [InlineData("279035121518988", Test, "HELIAS", "matricule", "INS_KEY")]
    [InlineData("27903512151898", Test, "HELIAS", "matricule", "INS_FORMAT")]
    [InlineData("279035121518989", "1.2.250.1.213.1.4.8", "HELIAS", "oid", "REAL_OID")]
    [InlineData("279035121518989", "1.2.250.1.213.1.4.2", "HELIAS", "oid", "OID_UNKNOWN")]
    [InlineData("279035121518989", Test, "AUTRE", "answer", "INSI_DISAGREES")]
    public async Task N02_N06_N10_N11_Given_a_wrong_answer_When_it_is_typed_Then_field_and_rule_and_the_matricule_nowhere(string matricule, string oid, string name, string field, string rule)
    {
        var cell = platform.Client(Cell(Story.NewTerritory()));
        var id = await cell.RegisteredAsync(Identity("Hélias"));
        var error = (await RetrieveAsync(cell, id, matricule, name, oid: oid))["errors"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)error["field"]!, (string)error["rule"]!).ShouldBe((field, rule));
        error.ToJsonString().ShouldNotContain(matricule);
        (await platform.ReadLogsAsync()).ShouldNotContain(matricule);
    }

    [Fact]
    public async Task Given_a_doubtful_identity_When_validated_Then_refused_and_what_INSi_refused_is_shown()
    {
        var cell = platform.Client(Cell(Story.NewTerritory()));
        var id = await cell.RegisteredAsync(Identity());
        await cell.AskAsync("mutation($id: ID!) { setIdentityAttribute(input: { id: $id, attribute: DOUBTFUL, present: true }) { person { id } errors { ... on Error { code } } } }", new { id });
        ((string)(await cell.AskAsync("mutation($id: ID!) { validateIdentity(input: { id: $id, document: PASSPORT }) { person { id } errors { ... on Error { code } } } }", new { id }))
            .ErrorOf("validateIdentity")["code"]!).ShouldBe("IDENTITY_BLOCKED");
        await cell.AskAsync("mutation($id: ID!) { qualifyIdentity(input: { id: $id, rejection: SEVERAL_FOUND }) { person { id } errors { ... on Error { code } } } }", new { id });
        var shown = await ShownAsync(cell, id);
        ((string)shown["insRejection"]!, (string)shown["identityAttributes"]!.AsArray().ShouldHaveSingleItem()!).ShouldBe(("SEVERAL_FOUND", "DOUBTFUL"));
    }

    [Fact]
    public async Task Given_traits_When_corrected_Then_found_by_the_new_ones_and_local_numbers_stay()
    {
        var territory = Story.NewTerritory();
        await platform.FollowAsync($"C-{territory}", Story.Traits("AVANT"), territory: territory);
        await platform.SettleAsync();
        var client = platform.Client(Story.Coordinator(territory));
        var id = (await client.FoundAsync("01/06/1942")).ShouldHaveSingleItem();
        var answer = await client.AskAsync(
            "mutation($id: ID!, $identity: IdentityInput!) { correctTraits(input: { id: $id, identity: $identity }) { person { birthName identityStatus birthDateText } errors { ... on Error { code } } } }",
            new { id, identity = Identity("APRES", "Jeanne", "00/06/1942") });
        var person = answer.Data!["correctTraits"]!["person"]!;
        ((string)person["birthName"]!, (string)person["identityStatus"]!, (string)person["birthDateText"]!).ShouldBe(("APRES", "PROVISIONAL", "1942-06-00"), answer.Text);
        (await client.FoundAsync("15/06/1942", "apres")).ShouldBe([id]);
        (await client.FoundAsync("01/06/1942", "avant")).ShouldBeEmpty();
        (await platform.Get<Api.CareRecord.PersonRegistry>().FindByLocalIdentifierAsync(Api.Security.Development.DemoUsers.Hospital, $"C-{territory}", default)).Count.ShouldBe(1);
    }

    private static string Matricule(int number)
    {
        var thirteen = $"23103470010{number:00}";
        return $"{thirteen}{Domain.Identifiers.Ins.Key(thirteen):00}";
    }

    private static async Task<JsonNode> RetrieveAsync(HttpClient client, string id, string matricule, string name, string given = "ODETTE", string oid = Test)
    {
        var answer = await client.AskAsync(
            "mutation($id: ID!, $answer: InsiAnswerInput) { qualifyIdentity(input: { id: $id, answer: $answer }) { person { identityStatus } errors { ... on Error { code message } ... on InvalidInputError { field rule } } } }",
            new { id, answer = new { matricule, oid, birthName = name, givenNames = given, sex = "FEMALE", birthDate = "1931-03-12", birthPlace = "47001" } });
        return answer.Data?["qualifyIdentity"] ?? throw new InvalidOperationException(answer.Text);
    }

    private static async Task<JsonNode> ShownAsync(HttpClient client, string id) =>
        (await client.AskAsync("query($id: ID!) { person(id: $id) { birthName usedName insMasked insRejection identityAttributes insTraits { birthName } } }", new { id })).Data!["person"]!;
}
