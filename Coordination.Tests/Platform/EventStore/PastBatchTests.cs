using Platform.EventStore;

namespace Coordination.Tests.Platform.EventStore;

public sealed class PastBatchTests(SampleFixture fixture) : IClassFixture<SampleFixture>
{
    private static readonly DateTimeOffset Then = new(2024, 2, 29, 9, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task Given_streams_of_the_past_When_saved_Then_events_dates_and_view_are_as_one_by_one()
    {
        var tenant = fixture.NewTenant();
        var ids = new[] { Guid.NewGuid(), Guid.NewGuid() };
        var batch = new PastBatch(fixture.Store, tenant);
        foreach (var id in ids) batch.Start<Account>(id, Facts());
        batch.Count.ShouldBe(4);
        await batch.SaveAsync();

        await using var session = fixture.Session(tenant);
        foreach (var id in ids)
        {
            var events = await session.Events.FetchStreamAsync(id);
            events.Select(e => e.Data).ShouldBe([new AccountOpened("o"), new AmountPaidIn(5, "north")]);
            events.Select(e => (e.Version, e.UserName, e.RecordedAt)).ShouldBe([(1L, "u", Then), (2L, "u", Then.AddDays(1))]);
            (await session.LoadAsync<AccountView>(id)).ShouldBe(new AccountView(id, "o", 5, 2, Then.AddDays(1)));
            (await session.Events.AggregateStreamAsync<Account>(id)).ShouldBe(new Account("o", 5, false));
        }
    }

    [Fact]
    public async Task Given_a_stream_of_the_past_When_appended_to_Then_it_goes_on()
    {
        var tenant = fixture.NewTenant();
        var id = Guid.NewGuid();
        var batch = new PastBatch(fixture.Store, tenant);
        batch.Start<Account>(id, Facts());
        await batch.SaveAsync();

        await using var session = fixture.Session(tenant);
        (await session.Events.FetchForWriting<Account>(id)).AppendOne(new AmountPaidIn(2, "north"));
        await session.SaveChangesAsync();
        (await session.LoadAsync<AccountView>(id))!.ShouldSatisfyAllConditions(v => v.Cents.ShouldBe(7), v => v.Version.ShouldBe(3));
    }

    [Fact]
    public async Task Given_a_stream_that_exists_When_a_batch_has_it_Then_nothing_of_the_batch_is_written()
    {
        var tenant = fixture.NewTenant();
        var there = await fixture.OpenAccountAsync(tenant, 1);
        var other = Guid.NewGuid();
        var batch = new PastBatch(fixture.Store, tenant);
        batch.Start<Account>(other, Facts());
        batch.Start<Account>(there, Facts());

        await Should.ThrowAsync<PastIsThereException>(() => batch.SaveAsync());
        await using var session = fixture.Session(tenant);
        (await session.Events.FetchStreamStateAsync(other)).ShouldBeNull();
        (await session.LoadAsync<AccountView>(there))!.Cents.ShouldBe(1);
    }

    private static PastEvent[] Facts() =>
        [new(Guid.NewGuid(), new AccountOpened("o"), Then, "u"), new(Guid.NewGuid(), new AmountPaidIn(5, "north"), Then.AddDays(1), "u")];
}
