using Coordination.Tests.Harness;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Tests.Platform.EventStore;

public sealed class SchemaTests : IAsyncLifetime
{
    private static Database Open(string connectionString) => new(new DatabaseOptions { ConnectionString = connectionString });

    private const string Indexes =
        "select string_agg(indexrelid::regclass::text, ',' order by 1) from pg_index where indrelid = 'account_v1'::regclass and not indisprimary";

    private Database _database = null!;
    private string _connectionString = "";

    public async Task InitializeAsync()
    {
        _connectionString = await PostgresCluster.EmptyAsync();
        _database = Open(_connectionString);
    }

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        await PostgresCluster.DropAsync(_connectionString);
    }

    [Fact]
    public async Task Given_an_empty_database_When_three_nodes_migrate_at_once_Then_each_migration_is_applied_once_and_all_agree()
    {
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Migrator().ApplyAsync())));
        await Migrator().ApplyAsync();
        await Migrator().AssertAsync();
        (await ScalarAsync("select string_agg(component || ' ' || number, ',' order by component, number) from schema_migrations"))
            .ShouldBe("eventstore 1,eventstore 2,eventstore 3,eventstore 4");
        (await ScalarAsync("select string_agg(name || ' ' || active_version, ',' order by name) from projection_registry")).ShouldBe("account 1,branch 1,fragile 1");
    }

    [Fact]
    public async Task Given_every_table_with_a_tenant_When_migrated_Then_row_level_security_is_forced()
    {
        await Migrator().ApplyAsync();
        (await ScalarAsync(
            "select string_agg(c.relname, ',') from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' " +
            "where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not (c.relrowsecurity and c.relforcerowsecurity)")).ShouldBe(DBNull.Value);
    }

    [Fact]
    public async Task Given_an_empty_database_When_asserted_Then_it_says_to_apply()
    {
        var error = await Should.ThrowAsync<SchemaMismatchException>(() => Migrator().AssertAsync());
        error.Differences.Single().ShouldContain("run db-apply");
    }

    [Fact]
    public async Task Given_a_database_with_other_indexes_When_migrated_Then_the_views_have_those_they_declare_and_no_others()
    {
        await Migrator().ApplyAsync();
        var declared = await ScalarAsync(Indexes);
        await ScalarAsync($"drop index {declared!.ToString()!.Split(',')[0]}");
        await ScalarAsync("create index of_an_older_program on account_v1 (tenant_id, version)");
        await Migrator().ApplyAsync();
        (await ScalarAsync(Indexes)).ShouldBe(declared);
    }

    [Theory]
    [InlineData("delete from schema_migrations where number = 2", "migration eventstore 002 subjects is missing: run db-apply")]
    [InlineData("update schema_migrations set sha256 = 'x' where number = 1", "migration eventstore 001 event_log was applied with another content; migrations are never edited")]
    [InlineData("insert into schema_migrations values ('eventstore', 99, 'later', 'x', now())", "migration eventstore 099 is unknown to this program: it is older than the database")]
    [InlineData("drop table account_v1", "view table account_v1 is missing: run db-apply")]
    [InlineData("alter table account_v1 no force row level security", "view table account_v1 has no forced row-level security")]
    public async Task Given_a_difference_When_asserted_Then_it_is_named(string change, string difference)
    {
        await Migrator().ApplyAsync();
        await ScalarAsync(change);
        var error = await Should.ThrowAsync<SchemaMismatchException>(() => Migrator().AssertAsync());
        error.Differences.ShouldBe([difference]);
        if (change.StartsWith("update", StringComparison.Ordinal)) await Should.ThrowAsync<SchemaMismatchException>(() => Migrator().ApplyAsync());
    }

    [Fact]
    public async Task Given_commits_that_are_not_durable_When_asserted_Then_the_settings_are_named()
    {
        await Migrator().ApplyAsync();
        await PostgresCluster.AdministerAsync($"alter database {_database.Name} set synchronous_commit = off");
        NpgsqlConnection.ClearAllPools();
        var error = await Should.ThrowAsync<SchemaMismatchException>(() => Migrator().AssertAsync());
        error.Differences.ShouldContain(d => d.StartsWith("synchronous_commit is off", StringComparison.Ordinal));
        if ((string)(await ScalarAsync("show fsync"))! == "off")
            (await Should.ThrowAsync<SchemaMismatchException>(() => new SchemaMigrator(_database, SampleFixture.Create(), []).AssertAsync()))
                .Differences.ShouldContain("fsync is off: set it on");
    }

    [Fact]
    public async Task Given_another_active_version_of_a_view_When_appended_or_asserted_Then_refused()
    {
        await Migrator().ApplyAsync();
        await ScalarAsync("update projection_registry set active_version = 2 where name = 'account'");
        (await Should.ThrowAsync<SchemaMismatchException>(() => Migrator().AssertAsync())).Differences
            .ShouldBe(["view account is active at version 2, this program needs 1: rebuild it"]);
        await using var store = new DocumentStore(_database, SampleFixture.Create());
        await using var session = store.LightweightSession(new SessionOptions("t"));
        session.Events.StartStream<Account>(Guid.NewGuid(), new AccountOpened("o"));
        (await Should.ThrowAsync<ViewVersionException>(() => session.SaveChangesAsync())).ViewName.ShouldBe("account");
        (await ScalarAsync("select count(*) from mt_events")).ShouldBe(0L);
    }

    [Fact]
    public async Task Given_a_login_that_may_create_nothing_When_applied_Then_it_says_what_an_administrator_must_run()
    {
        var login = $"weak_{Guid.NewGuid():N}";
        await PostgresCluster.AdministerAsync($"create role {login} login password 'weak'");
        await using var weak = new Database(new DatabaseOptions
        {
            ConnectionString = new NpgsqlConnectionStringBuilder(_connectionString) { Username = login, Password = "weak" }.ConnectionString,
        });
        var error = await Should.ThrowAsync<SchemaMismatchException>(() => new SchemaMigrator(weak, SampleFixture.Create(), []).ApplyAsync());
        error.Message.ShouldContain("an administrator must run in database");
        await PostgresCluster.AdministerAsync($"drop role {login}");
    }

    private SchemaMigrator Migrator() => new(_database, SampleFixture.Create(), []) { RequireDurability = false };

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
