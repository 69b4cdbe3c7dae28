using Platform.EventStore;
using Platform.Messaging;

namespace Coordination.Tests.Platform.Messaging;

public sealed class OrphanTests(MessagingDatabase database) : IClassFixture<MessagingDatabase>
{
    private const int Orphans = 300;

    [Fact]
    public async Task Given_a_dead_node_s_leases_among_many_handled_rows_When_recovered_Then_each_runs_once_and_no_plan_scans_the_table()
    {
        var clock = new TestClock();
        await using var node = database.Node(options => options.CountInto(), clock);
        await database.ExecuteAsSuperuserAsync(Rows(node.Tenant, clock.GetUtcNow()));

        // By place, whatever the statistics say: with 400,000 rows a join by key was planned as a scan of them all.
        var lease = await PlanAsync(
            node, EnvelopeSql.Lease, new[] { Handlers.Queue }, new[] { 50 }, clock.GetUtcNow(), "node", clock.GetUtcNow());
        lease.ShouldContain("Tid Scan on wolverine_incoming_envelopes");
        lease.ShouldNotContain("Seq Scan on wolverine_incoming_envelopes");
        (await PlanAsync(node, EnvelopeSql.Purge, clock.GetUtcNow(), 1000)).ShouldNotContain("Seq Scan on wolverine_incoming_envelopes");
        await node.Runtime.DrainAsync();

        (await node.EffectsAsync()).Order().ShouldBe(Enumerable.Range(1, Orphans));
    }

    private static async Task<string> PlanAsync(TestNode node, string sql, params object?[] parameters)
    {
        await using var session = node.Store.QuerySession(new SessionOptions(node.Tenant) { Role = DatabaseRole.Worker });
        return string.Join('\n', await session.RawAsync("explain " + sql, parameters, row => row.GetString(0)));
    }

    private static string Rows(string tenant, DateTimeOffset now) =>
        $$"""
        insert into wolverine_incoming_envelopes (tenant_id, id, destination, status, message_type, message_version, body, sent_at,
          execution_time, attempts, owner_node, lease_until)
        select '{{tenant}}', gen_random_uuid(), 'counts', 'Incoming', 'count', 1, convert_to('{"number":' || n || '}', 'UTF8'),
          '{{now.AddHours(-2):O}}', '{{now.AddHours(-2):O}}', 1, 'dead', '{{now.AddHours(-1):O}}'
          from generate_series(1, {{Orphans}}) n;
        insert into wolverine_incoming_envelopes (tenant_id, id, destination, status, message_type, message_version, sent_at,
          execution_time, attempts, owner_node, handled_at, keep_until)
        select '{{tenant}}', gen_random_uuid(), 'counts', 'Handled', 'count', 1, '{{now.AddDays(-1):O}}', '{{now.AddDays(-1):O}}', 1,
          'node', '{{now.AddDays(-1):O}}', '{{now.AddDays(399):O}}'
          from generate_series(1, 20000) n;
        analyze wolverine_incoming_envelopes;
        """;
}
