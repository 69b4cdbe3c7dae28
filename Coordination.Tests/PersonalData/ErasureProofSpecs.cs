using Coordination.Api.GraphQL;
using Coordination.Api.Hosting;
using Coordination.Api.Security.Development;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Tests.Exchange.Hl7.Intake;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Npgsql;
using Platform.EventStore;
using Platform.EventStore.Protection;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Tests.PersonalData;

/// <summary>
/// What erasure is worth: canaries are looked for in data files, write-ahead log, dump and logs, and older dumps are restored and tried.
/// </summary>
public sealed class ErasureProofSpecs(LoggedFixture platform) : IClassFixture<LoggedFixture>, IDisposable
{
    private const string Territory = "dac-47", Ipp = "CANARYIPP9", Control = "control-that-is-in-clear";
    private static readonly string Matricule = "2420647995124";
    private static readonly string Ins = $"{Matricule}{Domain.Identifiers.Ins.Key(Matricule):00}";
    private static readonly string[] Canaries = ["CANARYERASE", "Canarybegiven", "0699775533", "canary-housing-text", Ipp, Ins, Matricule];
    private readonly string folder = Directory.CreateTempSubdirectory("coordination-erasure-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Given_an_erased_person_Then_she_is_found_nowhere_and_no_older_dump_gives_her_back()
    {
        var person = await TellAsync();
        var (main, keys) = await ConnectionsAsync();
        await ExecuteAsync(main, $"create table erasure_control as select '{Control}'::text as t");
        // The search finds what is in clear; what is sealed it never found, even before.
        (await PostgresCluster.FindOnDiskAsync(main, [Control, .. Canaries])).ShouldBe([Control]);
        var (oldMain, oldKeys) = (Path.Combine(folder, "main.sql"), Path.Combine(folder, "keys.sql"));
        await PostgresCluster.DumpAsync(main, oldMain);
        await PostgresCluster.DumpAsync(keys, oldKeys);
        PostgresCluster.FindIn(oldMain, [Control, .. Canaries]).ShouldBe([Control]);
        var wrapped = Convert.ToHexStringLower(await WrappedAsync(person));
        PostgresCluster.FindIn(oldKeys, [wrapped, .. Canaries]).ShouldBe([wrapped]);
        var token = await TokenAsync(person);

        var erased = await platform.Client(DemoUsers.All["admin"]).AskAsync(
            "mutation($id: ID!) { erasePerson(input: { personId: $id, reason: PERSON_REQUEST }) { person { erased } errors { __typename } } }", new { id = NodeId.Encode("Person", person.Value) });
        ((bool)erased.Data!["erasePerson"]!["person"]!["erased"]!).ShouldBeTrue(erased.Text);
        await platform.SettleAsync();
        await ExecuteAsync(main, "vacuum full");
        await ExecuteAsync(keys, "vacuum full");
        (await PostgresCluster.FindOnDiskAsync(main, [Control, .. Canaries])).ShouldBe([Control]);
        (await PostgresCluster.FindOnDiskAsync(keys, Canaries)).ShouldBeEmpty();
        var (newMain, newKeys) = (Path.Combine(folder, "main-after.sql"), Path.Combine(folder, "keys-after.sql"));
        await PostgresCluster.DumpAsync(main, newMain);
        await PostgresCluster.DumpAsync(keys, newKeys);
        PostgresCluster.FindIn(newMain, [Control, .. Canaries]).ShouldBe([Control]);
        PostgresCluster.FindIn(newKeys, [wrapped, .. Canaries]).ShouldBeEmpty();
        var logs = await platform.ReadLogsAsync();
        logs.ShouldContain("hl7 A16");
        Canaries.ShouldAllBe(c => !logs.Contains(c));

        await TryAsync(person, token, await PostgresCluster.RestoreAsync(oldMain), keys, await PostgresCluster.RestoreAsync(oldKeys));
    }

    // A person of whom everything is told that the platform takes: identity, local number, message, free text.
    private async Task<PersonId> TellAsync()
    {
        Domain.Identifiers.Ins.TryParse(Ins, "1.2.250.1.213.1.4.10", out var ins).ShouldBeTrue();
        var person = await platform.FollowAsync(Ipp, Story.Traits("CANARYERASE", "Canarybegiven") with { Ins = ins, Phone = "0699775533" });
        await platform.SendAsync((new DemoMessage("A16", Ipp) { Visit = "V9", Ins = Ins, Expected = "20261127150000" }).Bytes);
        await platform.SettleAsync();
        var coordinator = platform.Client(DemoUsers.All["coordinator"]);
        var record = NodeId.Encode("CareRecord", Record.IdOf(new(Territory), person).Value);
        await coordinator.AskAsync("mutation($r: ID!) { stateSituation(input: { recordId: $r, topic: HOUSING, text: \"canary-housing-text\" }) { record { id } } }", new { r = record });
        var read = await coordinator.AskAsync("query($r: ID!) { careRecord(id: $r) { person { birthName phone } socialSituation { text } } }", new { r = record });
        foreach (var canary in new[] { "CANARYERASE", "0699775533", "canary-housing-text" }) read.Text.ShouldContain(canary);
        return person;
    }

    private async Task TryAsync(PersonId person, string token, string oldMain, string keysNow, string oldKeys)
    {
        var secrets = platform.Get<ProtectionKeys>();
        await using (var older = Open(oldMain, keysNow))
        {
            var keys = new SubjectKeys(older, secrets, TimeProvider.System);
            (await VaultOf(older, keys).GetAsync<PersonTraits>(Territory, [person.Value])).ShouldBeEmpty();
            new EventSealer(keys).Open(token).ShouldBeNull();
        }

        await using var olderStill = Open(oldMain, oldKeys);
        var restored = new SubjectKeys(olderStill, secrets, TimeProvider.System, Path.Combine(platform.Get<CoordinationSettings>().DataFolder, "erasures.ledger"));
        // The danger is real: the older keys open the older dump. That is why the ledger is kept outside of both and applied at every start.
        (await VaultOf(olderStill, restored).GetAsync<PersonTraits>(Territory, [person.Value]))[person.Value].BirthName.ShouldBe("CANARYERASE");
        await restored.ReapplyErasuresAsync();
        (await VaultOf(olderStill, restored).GetAsync<PersonTraits>(Territory, [person.Value])).ShouldBeEmpty();
        new EventSealer(restored).Open(token).ShouldBeNull();
    }

    private SubjectVault VaultOf(Database database, ISubjectKeys keys) => new(
        new DocumentStore(database, StoreRegistrations.Create(TimeProvider.System, () => new EventSealer(keys)), new AmbientEventProtector()), keys, platform.Get<BlindIndex>());

    private static Database Open(string main, string keys) => new(new DatabaseOptions { ConnectionString = main, KeysConnectionString = keys });

    private async Task<(string Main, string Keys)> ConnectionsAsync()
    {
        var server = await PostgresCluster.ConnectionStringAsync();
        string Named(string name) => new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
        return (Named(platform.Get<Database>().Name), Named(platform.Get<Database>().Name + "_keys"));
    }

    private Task<string> TokenAsync(PersonId person) => platform.ScalarAsync<string>(
        "select data ->> 'text' from mt_events where type = 'situation_stated' and stream_id = $1", Record.IdOf(new(Territory), person).Value);

    private async Task<byte[]> WrappedAsync(PersonId person)
    {
        await using var command = platform.Get<Database>().Keys.CreateCommand("select wrapped from subject_keys where subject_id = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = person.Value });
        return (byte[])(await command.ExecuteScalarAsync())!;
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>A platform that logs everything it can.</summary>
public sealed class LoggedFixture : PlatformFixture
{
    /// <inheritdoc />
    protected override string LogLevel => "Verbose";
}
