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
}
