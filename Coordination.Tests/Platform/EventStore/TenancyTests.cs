using Npgsql;
using Platform.EventStore;

namespace Coordination.Tests.Platform.EventStore;

public sealed class TenancyTests(SampleFixture fixture) : IClassFixture<SampleFixture>
{
    private static readonly string[] Tables = ["mt_streams", "mt_events", "mt_events_pending", "account_v1", "fragile_v1", "command_results", "subject_vault"];

    [Fact]
    public async Task Given_rows_of_two_tenants_When_the_app_role_reads_without_a_tenant_Then_it_sees_none()
    {
        await fixture.OpenAccountAsync(fixture.NewTenant(), 1);
        await using var app = await fixture.Database.App.OpenConnectionAsync();
        foreach (var table in Tables) (await CountAsync(app, table)).ShouldBe(0, table);
        await using var worker = await fixture.Database.Worker.OpenConnectionAsync();
        (await CountAsync(worker, "mt_events")).ShouldBeGreaterThan(0);
        await using var owner = await fixture.Database.Owner.OpenConnectionAsync();
        (await CountAsync(owner, "mt_events")).ShouldBe(0, "row-level security is forced on the owner too");
    }

    [Theory]
    [InlineData(DatabaseRole.App)]
    [InlineData(DatabaseRole.Worker)]
    public async Task Given_a_stream_of_one_tenant_When_another_reads_Then_nothing(DatabaseRole role)
    {
        var id = await fixture.OpenAccountAsync(fixture.NewTenant(), 1);
        await using var session = fixture.Store.LightweightSession(new SessionOptions(fixture.NewTenant()) { Role = role });
        (await session.Events.FetchStreamAsync(id)).ShouldBeEmpty();
        (await session.LoadAsync<AccountView>(id)).ShouldBeNull();
        (await session.CountAsync<AccountView>("where true", [])).ShouldBe(0);
        (await session.Events.FetchForWriting<Account>(id)).CurrentVersion.ShouldBe(0);
    }

    [Fact]
    public async Task Given_a_session_of_one_tenant_When_it_writes_a_row_of_another_Then_the_database_refuses()
    {
        var (mine, other) = (fixture.NewTenant(), fixture.NewTenant());
        await using var session = fixture.Session(mine);
        session.QueueSqlCommand("insert into subject_vault (tenant_id, subject_id, sealed) values ($1, $2, '')", other, Guid.NewGuid());
        (await Should.ThrowAsync<PostgresException>(() => session.SaveChangesAsync())).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Given_the_app_role_When_it_changes_history_Then_the_database_refuses()
    {
        await using var app = await fixture.Database.App.OpenConnectionAsync();
        foreach (var sql in new[] { "update mt_events set version = 9", "delete from mt_events", "delete from mt_streams", "create table t (a int)", "delete from mt_event_position" })
        {
            await using var command = new NpgsqlCommand(sql, app);
            (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, sql);
        }
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, string table)
    {
        await using var command = new NpgsqlCommand($"select count(*) from {table}", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
