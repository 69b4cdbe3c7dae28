using Npgsql;
using Platform.EventStore;

namespace Coordination.Tests.Platform.EventStore;

/// <summary>A database per test: the daemon reads the whole log.</summary>
public sealed class DaemonTests : IAsyncLifetime
{
    private readonly SampleFixture _fixture = new();

    public Task InitializeAsync() => _fixture.InitializeAsync();

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(500)]
    public async Task Given_pages_of_any_size_When_caught_up_Then_views_equal_a_replay_of_the_log(int page)
    {
        var tenant = _fixture.NewTenant();
        var ids = new List<Guid>();
        for (var i = 0; i < 5; i++) ids.Add(await _fixture.OpenAccountAsync(tenant, Enumerable.Range(1, i).ToArray()));
        await using var daemon = new ProjectionDaemon(_fixture.Store, pageSize: page);
        await daemon.CatchUpAsync();
        await PayInAsync(tenant, ids[2], 40);
        await daemon.CatchUpAsync();

        await using var session = _fixture.Session(tenant);
        foreach (var id in ids)
        {
            var events = await session.Events.FetchStreamAsync(id);
            events.ShouldAllBe(e => e.Position > 0);
            (await session.LoadAsync<AccountView>(id)).ShouldBe(await session.Events.AggregateStreamAsync<AccountView>(id));
            (await session.LoadAsync<FragileView>(id)).ShouldBe(new FragileView(id, events.Count));
            var paid = events.Where(e => e.Data is AmountPaidIn).ToList();
            await using var branch = _fixture.Store.QuerySession(BranchProjection.TenantOf("north"));
            var row = await branch.LoadAsync<BranchView>(id);
            if (paid.Count == 0) row.ShouldBeNull();
            else row!.ShouldSatisfyAllConditions(
                v => v.From.ShouldBe(tenant), v => v.Cents.ShouldBe(paid.Sum(e => ((AmountPaidIn)e.Data).Cents)), v => v.Positions.ShouldBe(paid.Select(e => e.Position)));
        }

        (await daemon.StatusAsync()).ShouldAllBe(s => s.Lag == 0 && s.Leads && s.StoppedAt == null);
    }

    [Fact]
    public async Task Given_a_poison_event_When_caught_up_Then_its_shard_alone_stops_before_it_and_a_skip_with_a_reason_lets_it_go_on()
    {
        var tenant = _fixture.NewTenant();
        var control = await _fixture.OpenAccountAsync(tenant, 1);
        var poisoned = await _fixture.OpenAccountAsync(tenant, 5, 666, 7);
        var later = await _fixture.OpenAccountAsync(tenant, 2);
        await _fixture.Daemon.CatchUpAsync();
        await _fixture.Daemon.CatchUpAsync();

        var status = (await _fixture.Daemon.StatusAsync()).ToDictionary(s => s.Name);
        var position = (await _fixture.Session(tenant).Events.FetchStreamAsync(poisoned))[2].Position;
        (status["fragile_v1"].StoppedAt, status["fragile_v1"].Position, status["fragile_v1"].Error).ShouldBe((position, position - 1, nameof(InvalidOperationException)));
        (status["branch_v1"].StoppedAt, status["branch_v1"].Lag).ShouldBe((null, 0));
        await using var session = _fixture.Session(tenant);
        (await session.LoadAsync<FragileView>(control))!.Count.ShouldBe(2);
        (await session.LoadAsync<FragileView>(poisoned))!.Count.ShouldBe(2);
        (await session.LoadAsync<FragileView>(later)).ShouldBeNull();

        await Should.ThrowAsync<ArgumentException>(() => _fixture.Daemon.SkipAsync("fragile_v1", position, " "));
        await _fixture.Daemon.SkipAsync("fragile_v1", position, "A test's own poison.");
        await _fixture.Daemon.CatchUpAsync();
        (await session.LoadAsync<FragileView>(poisoned))!.Count.ShouldBe(3);
        (await session.LoadAsync<FragileView>(later))!.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Given_a_shard_taken_over_When_the_old_leader_writes_Then_it_is_refused_and_no_event_counts_twice()
    {
        var tenant = _fixture.NewTenant();
        var id = await _fixture.OpenAccountAsync(tenant, 1);
        await using var leader = new LeaderConnection(_fixture.Database, _fixture.CreateOptions(), "test");
        var sequencer = new Sequencer(leader);
        using var shard = new ProjectionShard(_fixture.Store, _fixture.Store.Options.Projections.Async.Single(p => p.View.Name == "fragile"), leader, 10);
        await sequencer.RunAsync();
        (await shard.RunAsync(default)).ShouldBeTrue();
        await using (var worker = await _fixture.Database.Worker.OpenConnectionAsync())
        await using (var takeOver = new NpgsqlCommand("select es_take_over('fragile_v1', 1000000)", worker))
            await takeOver.ExecuteNonQueryAsync();
        await PayInAsync(tenant, id, 2);
        await sequencer.RunAsync();
        await Should.ThrowAsync<LeaderLostException>(() => shard.RunAsync(default));
        (await _fixture.Session(tenant).LoadAsync<FragileView>(id))!.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Given_two_started_nodes_When_both_append_Then_each_event_is_in_the_views_once()
    {
        var tenant = _fixture.NewTenant();
        await using var otherStore = new DocumentStore(_fixture.Database, SampleFixture.Create());
        await using var other = new ProjectionDaemon(otherStore);
        await _fixture.Daemon.StartAsync(default);
        await other.StartAsync(default);
        var ids = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _fixture.OpenAccountAsync(tenant, 1, 2)));
        await using (var session = otherStore.LightweightSession(new SessionOptions(tenant)))
        {
            session.Events.Append(ids[0], new AmountPaidIn(3, "north"));
            await session.SaveChangesAsync();
        }

        await other.WaitForNonStaleAsync(TimeSpan.FromSeconds(30));
        await using var read = _fixture.Store.QuerySession(tenant);
        (await read.LoadManyAsync<FragileView>(ids)).Sum(v => v.Count).ShouldBe(31);
        var status = (await other.StatusAsync()).Zip(await _fixture.Daemon.StatusAsync());
        status.ShouldAllBe(s => s.First.Leads != s.Second.Leads);
    }

    [Fact]
    public async Task Given_a_feed_over_an_async_view_When_the_view_is_behind_Then_the_feed_waits_for_it()
    {
        var tenant = _fixture.NewTenant();
        var feed = new EventFeed(_fixture.Daemon);
        var start = await feed.HeadAsync();
        var id = await _fixture.OpenAccountAsync(tenant, 1, 2);
        await using (var leader = new LeaderConnection(_fixture.Database, _fixture.CreateOptions(), "test")) await new Sequencer(leader).RunAsync();
        (await feed.HeadAsync()).ShouldBe(start + 3);
        (await feed.HeadAsync(["branch"])).ShouldBe(start);
        var next = feed.ReadFromAsync(start, ["branch"], pageSize: 2).GetAsyncEnumerator();
        var moving = next.MoveNextAsync();
        moving.IsCompleted.ShouldBeFalse();
        await _fixture.Daemon.CatchUpAsync();
        (await moving).ShouldBeTrue();
        next.Current.Select(i => (i.Position, i.StreamId, i.StreamVersion, i.Alias)).ShouldBe([(start + 1, id, 1L, "account_opened"), (start + 2, id, 2L, "amount_paid_in")]);
        (await feed.ReadTenantAsync(tenant, start + 1, start + 3, ["account"])).Select(i => i.Position).ShouldBe([start + 2, start + 3]);
        (await feed.ReadTenantAsync(_fixture.NewTenant(), 0, start + 3)).ShouldBeEmpty();
    }

    private async Task PayInAsync(string tenant, Guid id, int cents)
    {
        await using var session = _fixture.Session(tenant);
        session.Events.Append(id, new AmountPaidIn(cents, "north"));
        await session.SaveChangesAsync();
    }
}
