using Npgsql;
using Platform.EventStore;

namespace Coordination.Tests.Platform.EventStore;

public sealed class PreparedStatementTests(SampleFixture fixture) : IClassFixture<SampleFixture>
{
    private const string Sql = "select count(*) from mt_events where stream_id = $1";

    [Fact]
    public async Task Given_a_statement_run_twice_When_its_connection_is_taken_from_the_pool_again_Then_the_plan_is_there_and_nothing_else_of_its_last_user()
    {
        await using var database = new Database(new DatabaseOptions { ConnectionString = fixture.ConnectionString });
        int backend;
        await using (var first = await database.App.OpenConnectionAsync())
        {
            backend = first.ProcessID;
            for (var i = 0; i < 2; i++) await RunAsync(first, Sql, Guid.NewGuid());
            await RunAsync(first, "select set_config('app.territory', $1, false)", "somebody");
        }

        await using var next = await database.App.OpenConnectionAsync();
        next.ProcessID.ShouldBe(backend);
        (await RunAsync(next, "select count(*) from pg_prepared_statements where statement = $1", Sql)).ShouldBe(1L);
        (await RunAsync(next, "select coalesce(current_setting($1, true), '')", "app.territory")).ShouldBe("");
        (await RunAsync(next, "select current_user || $1", "")).ShouldBe("coordination_app");
    }

    private static async Task<object?> RunAsync(NpgsqlConnection connection, string sql, object value)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = value } } };
        return await command.ExecuteScalarAsync();
    }
}
