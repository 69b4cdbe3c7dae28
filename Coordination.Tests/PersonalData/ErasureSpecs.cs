using Coordination.Api.GraphQL;
using Coordination.Api.PersonalData;
using Coordination.Api.Security;
using Coordination.Api.Security.Development;
using Coordination.Domain.Identifiers;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Platform.EventStore;
using Platform.EventStore.Protection;

namespace Coordination.Tests.PersonalData;

/// <summary>Erasing through the API, and what happens when it is interrupted.</summary>
public sealed class ErasureSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string Erase = "mutation($id: ID!, $over: HoldOverride) { erasePerson(input: { personId: $id, reason: PERSON_REQUEST, override: $over }) " +
        "{ person { erased } errors { __typename ... on RetentionStandsError { code until } ... on PersonUnknownError { code } } } }";

    private readonly string territory = Story.NewTerritory();

    [Fact]
    public async Task Given_a_legal_hold_When_erased_Then_refused_with_its_day_and_an_override_erases()
    {
        var person = await platform.FollowAsync("9100001", Story.Traits("CANARYHELD"), territory: territory);
        var admin = platform.Client(Admin);
        await admin.AskAsync("mutation($id: ID!) { placeLegalHold(input: { personId: $id, ground: LITIGATION, until: \"2027-12-31\" }) { person { heldUntil } } }", new { id = Id(person) });
        var refused = (await admin.AskAsync(Erase, new { id = Id(person) })).Data!["erasePerson"]!["errors"]![0]!;
        ((string)refused["code"]!).ShouldBe("RETENTION_STANDS");
        ((string)refused["until"]!).ShouldBe("2027-12-31");
        (await TraitsAsync(person)).ShouldBe(1);

        var done = await admin.AskAsync(Erase, new { id = Id(person), over = "COURT_DECISION" });
        ((bool)done.Data!["erasePerson"]!["person"]!["erased"]!).ShouldBeTrue(done.Text);
        (await TraitsAsync(person)).ShouldBe(0);
        (await EventsAsync(person)).ShouldBe(1);
    }

    [Fact]
    public async Task Given_nobody_of_this_id_When_erased_Then_it_is_said()
    {
        var answer = await platform.Client(Admin).AskAsync(Erase, new { id = Id(new PersonId(Guid.NewGuid())) });
        ((string)answer.Data!["erasePerson"]!["errors"]![0]!["code"]!).ShouldBe("PERSON_UNKNOWN");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Given_an_erasure_that_was_interrupted_When_the_node_starts_Then_it_is_finished(bool keyWasDropped)
    {
        var person = await platform.FollowAsync($"91000{(keyWasDropped ? 3 : 2)}", Story.Traits("CANARYHALF"), territory: territory);
        await ExecuteAsync(
            "insert into erasure (tenant_id, person_id, reason, decided_by, decided_at) values ($1, $2, 'PersonRequest', 'decider', now())", territory, person.Value);
        if (keyWasDropped) await platform.Get<ISubjectKeys>().ShredAsync(territory, person.Value);

        (await platform.Get<PersonEraser>().ResumeAsync(default)).ShouldBe(1);
        (await TraitsAsync(person)).ShouldBe(0);
        (await EventsAsync(person)).ShouldBe(1);
        (await platform.Get<PersonEraser>().ResumeAsync(default)).ShouldBe(0);
    }

    [Fact]
    public async Task Given_another_node_that_knows_her_When_she_is_erased_Then_it_forgets_her_at_once()
    {
        var person = await platform.FollowAsync("9100004", Story.Traits("CANARYNODE"), territory: territory);
        var keys = platform.Get<ISubjectKeys>();
        keys.Find(territory, person.Value).ShouldNotBeNull();
        // The other node drops the key in the database only and tells.
        await using (var connection = await platform.Get<Database>().Keys.OpenConnectionAsync())
        await using (var drop = new Npgsql.NpgsqlCommand($"delete from subject_keys where subject_id = '{person.Value}'", connection)) await drop.ExecuteNonQueryAsync();
        keys.Find(territory, person.Value).ShouldNotBeNull();
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (keys.Find(territory, person.Value) is not null)
        {
            bound.Token.ThrowIfCancellationRequested();
            await ExecuteAsync("select pg_notify('person_erased', $1 || ' ' || $2::text)", territory, person.Value);
        }
    }

    [Fact]
    public async Task Given_an_erased_person_When_something_is_written_about_her_Then_a_typed_error_and_views_still_answer()
    {
        var person = await platform.AnnounceAsync(territory, Story.Traits("CANARYGONE"));
        var coordinator = platform.Client(Story.Coordinator(territory));
        var record = NodeId.Encode("CareRecord", Domain.CareRecord.CareRecord.IdOf(new(territory), person).Value);
        await platform.Client(Admin).AskAsync(Erase, new { id = Id(person) });
        await platform.SettleAsync();
        var written = await coordinator.AskAsync(
            "mutation($r: ID!) { designateContact(input: { recordId: $r, kind: GUARDIAN, name: \"X\", from: \"2026-11-20\" }) { errors { ... on InvalidInputError { rule } } } }", new { r = record });
        ((string)written.Data!["designateContact"]!["errors"]![0]!["rule"]!).ShouldBe("PERSON_ERASED");
        var read = await coordinator.AskAsync("query($r: ID!) { careRecord(id: $r) { suspended person { birthName } } }", new { r = record });
        ((bool)read.Data!["careRecord"]!["suspended"]!).ShouldBeTrue(read.Text);
        read.Text.ShouldContain("Identité effacée");
    }

    [Fact]
    public async Task Given_an_identity_that_became_hers_When_she_is_erased_Then_both_are_and_the_other_one_alone_is_refused()
    {
        var (survivor, merged) = (await platform.FollowAsync("9100008", Story.Traits("CANARYFIRST"), territory: territory), await platform.FollowAsync("9100009", Story.Traits("CANARYSECOND"), territory: territory));
        await using (var session = platform.Get<DocumentStore>().LightweightSession(new global::Platform.EventStore.SessionOptions(territory)))
        {
            session.Events.Append(survivor.Value, new Domain.CareRecord.PersonAbsorbed(merged));
            session.Events.Append(merged.Value, new Domain.CareRecord.PersonMerged(survivor), new Domain.CareRecord.LegalHoldPlaced(Domain.CareRecord.HoldGround.Litigation, new(2030, 1, 1)));
            await session.SaveChangesAsync();
        }

        var admin = platform.Client(Admin);
        var alone = await admin.AskAsync(Erase, new { id = Id(merged), over = "COURT_DECISION" });
        ((string)alone.Data!["erasePerson"]!["errors"]![0]!["__typename"]!).ShouldBe("PersonIsMergedError");
        ((string)(await admin.AskAsync(Erase, new { id = Id(survivor) })).Data!["erasePerson"]!["errors"]![0]!["until"]!).ShouldBe("2030-01-01");
        await admin.AskAsync(Erase, new { id = Id(survivor), over = "COURT_DECISION" });
        foreach (var person in new[] { survivor, merged })
        {
            (await TraitsAsync(person)).ShouldBe(0);
            (await EventsAsync(person)).ShouldBe(1);
        }
    }

    private Subject Admin => DemoUsers.All["admin"] with { Territory = new(territory) };

    private static string Id(PersonId person) => NodeId.Encode("Person", person.Value);

    private Task<long> TraitsAsync(PersonId person) => platform.ScalarAsync<long>("select count(*) from subject_vault where subject_id = $1", person.Value);

    private Task<long> EventsAsync(PersonId person) => platform.ScalarAsync<long>("select count(*) from mt_events where stream_id = $1 and type = 'person_erased'", person.Value);

    private async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = platform.Get<Database>().Worker.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new Npgsql.NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync();
    }
}
