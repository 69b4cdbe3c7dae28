using Platform.EventStore;

namespace Coordination.Tests.Platform.EventStore;

public sealed class TimeTravelTests(SampleFixture fixture) : IClassFixture<SampleFixture>
{
    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        internal DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    [Fact]
    public async Task Given_a_stream_recorded_over_days_When_read_as_of_version_or_instant_Then_the_state_then()
    {
        var day = new DateTimeOffset(2026, 5, 1, 8, 0, 0, TimeSpan.Zero);
        var clock = new Clock(day);
        var options = fixture.CreateOptions();
        options.Clock = clock;
        await using var store = new DocumentStore(fixture.Database, options);
        var (tenant, id) = (fixture.NewTenant(), Guid.NewGuid());
        await using var session = store.LightweightSession(new SessionOptions(tenant));
        session.Events.StartStream<Account>(id, new AccountOpened("o"));
        await session.SaveChangesAsync();
        for (var i = 1; i <= 2; i++)
        {
            clock.Now = day.AddDays(i);
            session.Events.Append(id, new AmountPaidIn(i, "north"));
            await session.SaveChangesAsync();
        }

        (await session.Events.AggregateStreamAsync<Account>(id)).ShouldBe(new Account("o", 3, false));
        (await session.Events.AggregateStreamAsync<Account>(id, version: 2)).ShouldBe(new Account("o", 1, false));
        (await session.Events.AggregateStreamAsync<Account>(id, timestamp: day.AddDays(1))).ShouldBe(new Account("o", 1, false));
        (await session.Events.AggregateStreamAsync<Account>(id, timestamp: day.AddDays(1).AddMicroseconds(-1))).ShouldBe(new Account("o", 0, false));
        (await session.Events.AggregateStreamAsync<Account>(id, timestamp: day.AddDays(-1))).ShouldBeNull();
        (await session.Events.AggregateStreamAsync<AccountView>(id, version: 2)).ShouldBe(new AccountView(id, "o", 1, 2, day.AddDays(1)));
        (await session.Events.FetchStreamAsync(id, fromVersion: 2, limit: 1)).Single().Version.ShouldBe(2);
        (await session.Events.FetchStreamStateAsync(id)).ShouldBe(new StreamState(id, "account", 3, day, day.AddDays(2), tenant));
    }

    [Fact]
    public async Task Given_a_fact_told_late_When_read_as_it_was_and_as_it_was_known_Then_it_counts_from_when_it_happened_or_was_told()
    {
        var day = new DateTimeOffset(2026, 5, 1, 8, 0, 0, TimeSpan.Zero);
        var clock = new Clock(day);
        var options = fixture.CreateOptions();
        options.Clock = clock;
        await using var store = new DocumentStore(fixture.Database, options);
        var (tenant, id) = (fixture.NewTenant(), Guid.NewGuid());
        await using (var session = store.LightweightSession(new SessionOptions(tenant)))
        {
            session.Events.StartStream<Account>(id, new AccountOpened("o"));
            await session.SaveChangesAsync();
        }

        clock.Now = day.AddDays(5);
        await using (var late = store.LightweightSession(new SessionOptions(tenant) { OccurredAt = day.AddDays(2) }))
        {
            late.Events.Append(id, new AmountPaidIn(7, "north"));
            await late.SaveChangesAsync();
        }

        await using var read = store.QuerySession(tenant);
        (await read.Events.AggregateStreamAsync<Account>(id, occurred: day.AddDays(3))).ShouldBe(new Account("o", 7, false));
        (await read.Events.AggregateStreamAsync<Account>(id, timestamp: day.AddDays(3))).ShouldBe(new Account("o", 0, false));
        (await read.Events.AggregateStreamAsync<Account>(id, occurred: day.AddDays(1))).ShouldBe(new Account("o", 0, false));
        (await read.Events.AggregateStreamAsync<Account>(id, occurred: day.AddDays(-1))).ShouldBeNull();
    }

    [Fact]
    public async Task Given_two_tenants_When_events_are_asked_by_a_condition_Then_only_those_of_the_tenant_that_fit_in_the_order_asked()
    {
        var (tenant, other) = (fixture.NewTenant(), fixture.NewTenant());
        var id = await fixture.OpenAccountAsync(tenant, 5, 6);
        await fixture.OpenAccountAsync(other, 5);
        await using var session = fixture.Session(tenant);
        var found = await session.Events.QueryRawEventsAsync("e.type = $1 or e.type = $2", "order by e.version desc limit 2", ["amount_paid_in", "account_opened"]);
        found.Select(e => (e.StreamId, e.StreamType, e.Version)).ShouldBe([(id, "account", 3), (id, "account", 2)]);
    }
}
