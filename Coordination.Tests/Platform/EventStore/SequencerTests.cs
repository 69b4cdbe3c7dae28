using Coordination.Tests.Harness;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Tests.Platform.EventStore;

public sealed class SequencerTests(SampleFixture fixture) : IClassFixture<SampleFixture>, IDisposable
{
    private readonly LeaderConnection _leader = new(fixture.Database, fixture.CreateOptions(), "test");

    public void Dispose() => _leader.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Fact]
    public async Task Given_eight_writers_with_rollbacks_When_sequenced_meanwhile_Then_dense_in_stream_order_and_nothing_lost()
    {
        var tenant = fixture.NewTenant();
        var sequencer = new Sequencer(_leader);
        var acknowledged = new System.Collections.Concurrent.ConcurrentBag<Guid>();
        var shared = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => fixture.OpenAccountAsync(tenant)));
        var writers = Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            for (var i = 0; i < 30; i++)
            {
                await using var session = fixture.Session(tenant);
                var stream = await session.Events.FetchForWriting<Account>(shared[(writer + i) % 3]);
                var ids = stream.AppendMany(new AmountPaidIn(writer, "north"), new AmountPaidIn(i, "north"));
                if (i % 5 == 0) session.QueueSqlCommand("select 1 / 0");
                if (await Record.ExceptionAsync(() => session.SaveChangesAsync()) is null)
                    foreach (var id in ids) acknowledged.Add(id);
            }
        }));
        while (!writers.IsCompleted) await sequencer.RunAsync();
        await writers;
        await sequencer.RunAsync();

        var rows = await PositionsAsync();
        rows.Select(r => r.Position).ShouldBe(Enumerable.Range(1, rows.Count).Select(i => (long)i));
        acknowledged.Count.ShouldBeGreaterThan(50);
        acknowledged.Except(rows.Select(r => r.EventId)).ShouldBeEmpty();
        foreach (var stream in rows.GroupBy(r => r.StreamId))
            stream.Select(r => r.Version).ShouldBe(Enumerable.Range(1, stream.Count()).Select(i => (long)i));
    }

    [Fact]
    public async Task Given_two_sequencers_of_one_epoch_When_both_write_Then_they_collide_on_a_key_and_the_log_does_not_fork()
    {
        var tenant = fixture.NewTenant();
        await new Sequencer(_leader).RunAsync();
        var epoch = (await _leader.TryLeadAsync(Sequencer.Purpose))!.Value;
        await fixture.OpenAccountAsync(tenant);
        await using var first = await fixture.Database.Worker.OpenConnectionAsync();
        await using var second = await fixture.Database.Worker.OpenConnectionAsync();
        await using (var transaction = await first.BeginTransactionAsync())
        {
            (await Sequencer.SequenceAsync(first, epoch, 10, default)).Moved.ShouldBe(1);
            await fixture.OpenAccountAsync(tenant);
            var other = Sequencer.SequenceAsync(second, epoch, 10, default);
            await BlockedAsync(second.ProcessID);
            await transaction.CommitAsync();
            (await Should.ThrowAsync<PostgresException>(() => other)).SqlState.ShouldBe(PostgresErrorCodes.UniqueViolation);
        }

        await new Sequencer(_leader).RunAsync();
        var rows = await PositionsAsync();
        rows.Select(r => r.Position).ShouldBe(Enumerable.Range(1, rows.Count).Select(i => (long)i));
        rows.Select(r => r.EventId).Distinct().Count().ShouldBe(rows.Count);
    }

    [Fact]
    public async Task Given_a_leader_whose_backend_was_ended_When_another_leads_Then_the_first_is_refused_and_a_stale_epoch_cannot_write()
    {
        await new Sequencer(_leader).RunAsync();
        var old = (await _leader.TryLeadAsync(Sequencer.Purpose))!.Value;
        await using var next = new LeaderConnection(fixture.Database, fixture.CreateOptions(), "next");
        (await next.TryLeadAsync(Sequencer.Purpose)).ShouldBeNull();
        await PostgresCluster.EndLockBackendsAsync(fixture.Database.Name, waiting: false);
        (await next.TryLeadAsync(Sequencer.Purpose))!.Value.ShouldBeGreaterThan(old);
        await fixture.OpenAccountAsync(fixture.NewTenant());
        await Should.ThrowAsync<NpgsqlException>(() => new Sequencer(_leader).RunAsync());
        (await new Sequencer(_leader).RunAsync()).ShouldBeNull();
        await using var stale = await fixture.Database.Worker.OpenConnectionAsync();
        (await Should.ThrowAsync<PostgresException>(() => Sequencer.SequenceAsync(stale, old, 10, default))).SqlState.ShouldBe("ES412");
        (await new Sequencer(next).RunAsync())!.Value.Moved.ShouldBe(1);
    }

    [Fact]
    public async Task Given_a_lock_taken_ten_times_When_given_back_once_Then_another_node_leads()
    {
        for (var i = 0; i < 10; i++) (await _leader.TryLeadAsync("other")).ShouldNotBeNull();
        await _leader.LoseAsync();
        await using var next = new LeaderConnection(fixture.Database, fixture.CreateOptions(), "next");
        // The server ends a closed session in its own time; a lock kept nine times more would never be given.
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await next.TryLeadAsync("other", bound.Token) is null) await Task.Yield();
    }

    private async Task BlockedAsync(int pid)
    {
        await using var worker = await fixture.Database.Worker.OpenConnectionAsync();
        await using var ask = new NpgsqlCommand("select cardinality(pg_blocking_pids($1)) > 0", worker) { Parameters = { new() { Value = pid } } };
        while (!(bool)(await ask.ExecuteScalarAsync())!) await Task.Yield();
    }

    private async Task<List<(long Position, Guid EventId, Guid StreamId, long Version)>> PositionsAsync()
    {
        await using var worker = await fixture.Database.Worker.OpenConnectionAsync();
        await using var read = new NpgsqlCommand("select position, event_id, stream_id, stream_version from mt_event_position order by position", worker);
        await using var reader = await read.ExecuteReaderAsync();
        var rows = new List<(long, Guid, Guid, long)>();
        while (await reader.ReadAsync()) rows.Add((reader.GetInt64(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetInt64(3)));
        return rows;
    }
}
