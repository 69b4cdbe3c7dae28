using Npgsql;
using Platform.EventStore;

namespace Coordination.Tests.Platform.Messaging;

public sealed class IsolationTests(MessagingDatabase database) : IClassFixture<MessagingDatabase>
{
    [Fact]
    public async Task Given_messages_of_a_tenant_When_the_app_role_looks_from_another_Then_it_sees_none()
    {
        await using var node = database.Node(options => options.CountInto());
        await node.Bus.SendAsync(new Count(1));

        (await CountAsync(node, node.Tenant, DatabaseRole.App)).ShouldBe(1);
        (await CountAsync(node, "ELSEWHERE", DatabaseRole.App)).ShouldBe(0);
        (await CountAsync(node, "ELSEWHERE", DatabaseRole.Worker)).ShouldBe(1);
        await node.Runtime.DrainAsync();
    }

    [Fact]
    public async Task Given_the_app_role_When_it_writes_into_another_tenant_s_inbox_Then_the_database_refuses_and_nothing_is_written()
    {
        await using var node = database.Node(options => options.CountInto());
        await using var session = node.Session();
        session.AppendCounted(1);
        session.QueueSqlCommand(
            "insert into wolverine_incoming_envelopes (tenant_id, id, destination, status, message_type, message_version, sent_at, execution_time) " +
            "values ('ELSEWHERE', gen_random_uuid(), 'counts', 'Incoming', 'count', 1, $1, $1)", DateTimeOffset.UnixEpoch);

        (await Should.ThrowAsync<PostgresException>(() => session.SaveChangesAsync())).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);

        (await node.EffectsAsync()).ShouldBeEmpty();
        (await CountAsync(node, "ELSEWHERE", DatabaseRole.Worker)).ShouldBe(0);
    }

    [Fact]
    public async Task Given_dead_letters_When_the_app_role_reads_them_Then_the_database_refuses()
    {
        await using var node = database.Node(options => options.CountInto());
        await using var session = node.Session();

        (await Should.ThrowAsync<PostgresException>(() => session.RawAsync("select 1 from wolverine_dead_letters", [], _ => 1)))
            .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    private static async Task<long> CountAsync(TestNode node, string tenant, DatabaseRole role)
    {
        await using var session = node.Store.QuerySession(new SessionOptions(tenant) { Role = role });
        return (await session.RawAsync("select count(*) from wolverine_incoming_envelopes where status <> 'Handled'", [], row => row.GetInt64(0)))[0];
    }
}
