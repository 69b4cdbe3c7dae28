using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Platform.EventStore.Protection;

namespace Coordination.Tests.Platform.EventStore;

public sealed class ProtectionTests(SampleFixture fixture) : IClassFixture<SampleFixture>
{
    private sealed record Traits(string FamilyName, string GivenName);

    private static readonly ProtectionKeys Secrets = new("test", RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32));

    private SubjectKeys NewKeys(string? ledger = null) => new(fixture.Database, Secrets, TimeProvider.System, ledger);

    private SubjectVault NewVault() => new(fixture.Store, NewKeys(), new BlindIndex(Secrets));

    [Fact]
    public async Task Given_traits_put_with_keys_When_read_and_searched_Then_found_until_the_person_is_erased()
    {
        var (tenant, other, person) = (fixture.NewTenant(), fixture.NewTenant(), Guid.NewGuid());
        var vault = NewVault();
        var keep = Guid.NewGuid();
        await PutAsync(vault, tenant, person, new("Durand", "Anne"), new("ins", "12"), new("ipp:1", "A"));
        await PutAsync(vault, tenant, keep, new("Petit", "Luc"), new BlindIndexEntry("ins", "13"));
        await PutAsync(vault, other, keep, new("Petit", "Luc"), new BlindIndexEntry("ins", "12"));
        await PutAsync(vault, tenant, person, new("Durand", "Annie"), new BlindIndexEntry("ins", "12"));

        (await vault.GetAsync<Traits>(tenant, [person, Guid.NewGuid()])).ShouldBe(new Dictionary<Guid, Traits> { [person] = new("Durand", "Annie") });
        (await vault.FindAsync("ins", "12")).ShouldBe([(tenant, person), (other, keep)], ignoreOrder: true);
        (await vault.FindAsync("ipp:1", "A")).ShouldBeEmpty("keys not given again are gone");
        (await vault.GetAsync<Traits>(other, [person])).ShouldBeEmpty();

        await vault.EraseAsync(tenant, person);
        var fresh = NewVault();
        (await fresh.GetAsync<Traits>(tenant, [person])).ShouldBeEmpty();
        (await fresh.FindAsync("ins", "12")).ShouldBe([(other, keep)]);
        var all = new List<Guid>();
        await foreach (var (id, _) in fresh.ReadAllAsync<Traits>(tenant)) all.Add(id);
        all.ShouldBe([keep]);
        await Should.ThrowAsync<SubjectErasedException>(() => PutAsync(fresh, tenant, person, new("Durand", "Anne")));
    }

    [Fact]
    public async Task Given_a_refused_save_When_traits_were_put_Then_none_are_stored()
    {
        var (tenant, person) = (fixture.NewTenant(), Guid.NewGuid());
        await using var session = fixture.Session(tenant);
        NewVault().Put(session, person, new Traits("x", "y"), []);
        session.QueueSqlCommand("select 1 / 0");
        await Should.ThrowAsync<PostgresException>(() => session.SaveChangesAsync());
        (await NewVault().GetAsync<Traits>(tenant, [person])).ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_a_sealed_field_When_opened_Then_plain_until_the_key_is_dropped()
    {
        var keys = NewKeys();
        var sealer = new EventSealer(keys);
        var origin = new SealedOrigin(fixture.NewTenant(), Guid.NewGuid(), Guid.NewGuid(), "note_written", "text");
        var token = Seal(sealer, origin, "\"bonjour\"");
        token.ShouldNotContain("bonjour");
        Encoding.UTF8.GetString(sealer.Open(token)!).ShouldBe("\"bonjour\"");
        EventSealer.OriginOf(token).ShouldBe(origin);
        await keys.ShredAsync(origin.TenantId, origin.SubjectId);
        sealer.Open(token).ShouldBeNull();
        Should.Throw<SubjectErasedException>(() => Seal(sealer, origin, "1"));
    }

    [Fact]
    public void Given_a_token_moved_or_changed_When_opened_Then_refused()
    {
        var sealer = new EventSealer(NewKeys());
        var origin = new SealedOrigin(fixture.NewTenant(), Guid.NewGuid(), Guid.NewGuid(), "note_written", "text");
        var first = Seal(sealer, origin, "1").Split('.');
        var elsewhere = origin with { EventId = Guid.NewGuid() };
        var second = Seal(sealer, elsewhere, "2").Split('.');
        Should.Throw<CryptographicException>(() => sealer.Open($"s1.{second[1]}.{first[2]}"));
        Should.Throw<CryptographicException>(() => sealer.Open(string.Join('.', first), elsewhere));
        foreach (var bad in new[] { "", "s1.", "s1.a.b", "s1.AAAA.AAAA", "x" }) Should.Throw<CryptographicException>(() => sealer.Open(bad), bad);
    }

    [Fact]
    public async Task Given_keys_restored_from_an_older_backup_When_the_ledger_is_applied_Then_the_erased_key_is_gone_again()
    {
        var ledger = Path.GetTempFileName();
        var keys = NewKeys(ledger);
        var (tenant, person) = (fixture.NewTenant(), Guid.NewGuid());
        keys.GetOrCreate(tenant, person);
        await using var connection = await fixture.Database.Keys.OpenConnectionAsync();
        var backup = await ScalarAsync(connection, "select wrapped from subject_keys where subject_id = $1", person);
        await keys.ShredAsync(tenant, person);
        await ScalarAsync(connection, "insert into subject_keys values ($1, $2, $3, 'test', now())", tenant, person, backup!);
        await using (var owner = new NpgsqlConnection(fixture.Database.KeysOwnerConnectionString))
        {
            await owner.OpenAsync();
            await ScalarAsync(owner, "delete from erasure_ledger where subject_id = $1", person);
        }

        NewKeys().Find(tenant, person).ShouldNotBeNull();
        await NewKeys(ledger).ReapplyErasuresAsync();
        NewKeys().Find(tenant, person).ShouldBeNull();
        File.Delete(ledger);
    }

    [Fact]
    public void Given_two_nodes_When_both_make_a_key_Then_it_is_one()
    {
        var (tenant, person) = (fixture.NewTenant(), Guid.NewGuid());
        var made = new byte[8][];
        Parallel.For(0, made.Length, i => made[i] = NewKeys().GetOrCreate(tenant, person));
        made.ShouldAllBe(k => k.SequenceEqual(made[0]));
    }

    private static string Seal(EventSealer sealer, SealedOrigin o, string json) =>
        sealer.SealedToken(Encoding.UTF8.GetBytes(json), o.TenantId, o.SubjectId, o.EventId, o.Alias, o.Field);

    private async Task PutAsync(SubjectVault vault, string tenant, Guid person, Traits traits, params BlindIndexEntry[] entries)
    {
        await using var session = fixture.Session(tenant);
        vault.Put(session, person, traits, entries);
        await session.SaveChangesAsync();
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var v in values) command.Parameters.Add(new() { Value = v });
        return await command.ExecuteScalarAsync();
    }
}
