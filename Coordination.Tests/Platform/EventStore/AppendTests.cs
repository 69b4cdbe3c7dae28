using Platform.EventStore;

namespace Coordination.Tests.Platform.EventStore;

public sealed class AppendTests(SampleFixture fixture) : IClassFixture<SampleFixture>
{
    [Fact]
    public async Task Given_a_new_stream_When_saved_Then_events_metadata_and_inline_view_are_there()
    {
        var tenant = fixture.NewTenant();
        var (id, command) = (Guid.NewGuid(), Guid.NewGuid());
        var occurred = new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.FromHours(1));
        await using var session = fixture.Store.LightweightSession(new SessionOptions(tenant)
        {
            CorrelationId = "c", CausationId = "m", CommandId = command, UserName = "u", OccurredAt = occurred,
            Headers = new Dictionary<string, string> { ["link"] = "7" },
        });
        var action = session.Events.StartStream<Account>(id, new AccountOpened("o"), new AmountPaidIn(5, "north"));
        await session.SaveChangesAsync();

        action.Version.ShouldBe(2);
        session.CommandCount.ShouldBe(4);
        var events = await session.Events.FetchStreamAsync(id);
        events.Select(e => e.Data).ShouldBe([new AccountOpened("o"), new AmountPaidIn(5, "north")]);
        events.Select(e => e.Id).ShouldBe(action.EventIds);
        var last = events[1];
        (last.StreamType, last.Version, last.Alias, last.AliasVersion, last.TenantId).ShouldBe(("account", 2L, "amount_paid_in", 2, tenant));
        (last.CorrelationId, last.CausationId, last.CommandId, last.UserName, last.Headers["link"]).ShouldBe(("c", "m", command, "u", "7"));
        last.OccurredAt.ShouldBe(occurred);
        last.ShouldBeAssignableTo<IEvent<AmountPaidIn>>();
        (await session.LoadAsync<AccountView>(id)).ShouldBe(new AccountView(id, "o", 5, 2, last.RecordedAt));
        (await session.QueryAsync<AccountView>("where cents = any($1) order by cents, id limit $2", [new[] { 5 }, 10])).Single().Id.ShouldBe(id);
        (await session.CountAsync<AccountView>("where cents > $1", [5])).ShouldBe(0);
    }

    [Fact]
    public async Task Given_a_stream_fetched_for_writing_When_appended_Then_the_save_is_one_round_trip_and_the_view_follows()
    {
        var tenant = fixture.NewTenant();
        var id = await fixture.OpenAccountAsync(tenant, 1);
        await using var session = fixture.Session(tenant);
        var stream = await session.Events.FetchForWriting<Account>(id);
        stream.CurrentVersion.ShouldBe(2);
        stream.Aggregate.ShouldBe(new Account("owner", 1, false));
        stream.AppendOne(new AmountPaidIn(2, "north"));
        stream.AppendOne(new AmountPaidIn(3, "north"));
        await session.SaveChangesAsync();
        (await session.LoadAsync<AccountView>(id))!.ShouldSatisfyAllConditions(v => v.Cents.ShouldBe(6), v => v.Version.ShouldBe(4));
    }

    [Fact]
    public async Task Given_the_view_as_state_When_fetched_for_writing_Then_no_event_is_read_and_null_deletes_the_row()
    {
        var tenant = fixture.NewTenant();
        var id = await fixture.OpenAccountAsync(tenant, 9);
        await using var session = fixture.Session(tenant);
        var stream = await session.Events.FetchForWriting<AccountView>(id);
        (stream.Aggregate!.Cents, stream.CurrentVersion, session.CommandCount).ShouldBe((9, 2, 2));
        stream.AppendOne(new AccountClosed());
        await session.SaveChangesAsync();
        (await session.LoadAsync<AccountView>(id)).ShouldBeNull();
    }

    [Fact]
    public async Task Given_two_writers_of_one_version_When_both_save_Then_one_wins_and_the_other_has_written_nothing()
    {
        var tenant = fixture.NewTenant();
        var id = await fixture.OpenAccountAsync(tenant);
        var sessions = Enumerable.Range(0, 6).Select(_ => fixture.Session(tenant)).ToList();
        foreach (var s in sessions) (await s.Events.FetchForWriting<Account>(id)).AppendOne(new AmountPaidIn(1, "north"));
        var errors = await Task.WhenAll(sessions.Select(s => Record.ExceptionAsync(() => s.SaveChangesAsync())));
        errors.Count(e => e is null).ShouldBe(1);
        errors.Where(e => e is not null).ShouldAllBe(e => e is ConcurrencyException);
        var error = errors.OfType<ConcurrencyException>().First();
        (error.StreamId, error.Expected, error.Actual).ShouldBe((id, 1L, 2L));
        (await fixture.Session(tenant).LoadAsync<AccountView>(id))!.Cents.ShouldBe(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Given_another_version_expected_When_saved_Then_it_is_refused(long expected)
    {
        var tenant = fixture.NewTenant();
        var id = await fixture.OpenAccountAsync(tenant, 1);
        await using var session = fixture.Session(tenant);
        if (expected == 0) session.Events.StartStream<Account>(id, new AccountOpened("second"));
        else session.Events.Append(id, expected, new AmountPaidIn(1, "north"));
        var error = await Should.ThrowAsync<ConcurrencyException>(() => session.SaveChangesAsync());
        (error.Expected, error.Actual).ShouldBe((expected, 2L));
        (await session.Events.FetchStreamStateAsync(id))!.Version.ShouldBe(2);
    }

    [Fact]
    public async Task Given_writers_that_expect_no_version_When_all_save_at_once_Then_all_succeed()
    {
        var tenant = fixture.NewTenant();
        var id = await fixture.OpenAccountAsync(tenant);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            await using var session = fixture.Session(tenant);
            session.Events.Append(id, new AmountPaidIn(1, "north"));
            await session.SaveChangesAsync();
        }));
        (await fixture.Session(tenant).LoadAsync<AccountView>(id))!.ShouldSatisfyAllConditions(v => v.Cents.ShouldBe(10), v => v.Version.ShouldBe(11));
    }

    [Fact]
    public async Task Given_a_queued_statement_that_fails_When_saved_Then_no_event_is_written()
    {
        var tenant = fixture.NewTenant();
        var id = Guid.NewGuid();
        await using var session = fixture.Session(tenant);
        session.Events.StartStream<Account>(id, new AccountOpened("o"));
        session.QueueSqlCommand("select 1 / $1::int", 0);
        await Should.ThrowAsync<Npgsql.PostgresException>(() => session.SaveChangesAsync());
        (await session.Events.FetchStreamStateAsync(id)).ShouldBeNull();
        (await session.LoadAsync<AccountView>(id)).ShouldBeNull();
    }

    [Fact]
    public async Task Given_an_older_body_When_read_Then_it_is_upcast()
    {
        var tenant = fixture.NewTenant();
        var id = await fixture.OpenAccountAsync(tenant, 1);
        await using var owner = await fixture.Database.Worker.OpenConnectionAsync();
        await using var session = fixture.Session(tenant);
        session.QueueSqlCommand(
            "insert into mt_events (id, stream_id, version, data, type, timestamp, tenant_id, occurred_at, alias_version) values ($1, $2, 3, '{\"euros\": 4, \"branch\": \"b\"}', 'amount_paid_in', now(), $3, now(), 1)",
            Guid.NewGuid(), id, tenant);
        await session.SaveChangesAsync();
        var last = (await session.Events.FetchStreamAsync(id))[^1];
        (last.Data, last.AliasVersion).ShouldBe((new AmountPaidIn(400, "b"), 1));
    }
}
