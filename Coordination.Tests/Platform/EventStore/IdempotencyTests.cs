using Coordination.Tests.Harness;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Tests.Platform.EventStore;

public sealed class IdempotencyTests(SampleFixture fixture) : IClassFixture<SampleFixture>
{
    [Fact]
    public async Task Given_a_committed_command_When_sent_again_Then_the_first_result_and_no_second_effect()
    {
        var (tenant, command) = (fixture.NewTenant(), Guid.NewGuid());
        var id = await fixture.OpenAccountAsync(tenant);
        (await PayInAsync(tenant, id, command, [1])).ShouldBeNull();
        var error = (await PayInAsync(tenant, id, command, [1])).ShouldBeOfType<CommandAlreadyAppliedException>();
        error.ResultJson.ShouldBe("""{"version":2}""");
        await using var session = fixture.Session(tenant);
        (await session.Events.FetchStreamStateAsync(id))!.Version.ShouldBe(2);
        (await session.FindCommandResultAsync("user", command))!.ShouldSatisfyAllConditions(r => r.PayloadHash.ShouldBe([1]), r => r.ResultJson.ShouldBe(error.ResultJson));
        (await session.FindCommandResultAsync("other", command)).ShouldBeNull();
    }

    [Fact]
    public async Task Given_a_committed_command_When_its_id_comes_with_another_payload_Then_mismatch()
    {
        var (tenant, command) = (fixture.NewTenant(), Guid.NewGuid());
        var id = await fixture.OpenAccountAsync(tenant);
        await PayInAsync(tenant, id, command, [1]);
        (await PayInAsync(tenant, id, command, [2])).ShouldBeOfType<IdempotencyMismatchException>();
    }

    [Fact]
    public async Task Given_one_command_eight_times_at_once_When_all_save_Then_one_effect_and_all_know_it()
    {
        var (tenant, command) = (fixture.NewTenant(), Guid.NewGuid());
        var id = await fixture.OpenAccountAsync(tenant);
        var errors = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PayInAsync(tenant, id, command, [1])));
        errors.Count(e => e is null).ShouldBe(1);
        errors.Where(e => e is not null).ShouldAllBe(e => e is CommandAlreadyAppliedException);
        (await fixture.Session(tenant).LoadAsync<AccountView>(id))!.Cents.ShouldBe(7);
    }

    [Fact]
    public async Task Given_a_refused_save_When_sent_again_Then_no_result_was_stored()
    {
        var (tenant, command) = (fixture.NewTenant(), Guid.NewGuid());
        var id = await fixture.OpenAccountAsync(tenant);
        await using var session = fixture.Session(tenant);
        session.Events.Append(id, 99, new AmountPaidIn(1, "north"));
        session.Idempotency = new CommandResultRequest("user", command, [1], () => "{}");
        await Should.ThrowAsync<ConcurrencyException>(() => session.SaveChangesAsync());
        (await session.FindCommandResultAsync("user", command)).ShouldBeNull();
    }

    [Fact]
    public async Task Given_a_commit_whose_connection_dies_before_it_When_saved_Then_it_is_known_that_nothing_was_written()
    {
        var tenant = fixture.NewTenant();
        var id = Guid.NewGuid();
        await using var session = fixture.Session(tenant);
        session.Events.StartStream<Account>(id, new AccountOpened("o"));
        session.QueueSqlCommand("select pg_advisory_xact_lock(42)");
        await using var holder = await fixture.Database.App.OpenConnectionAsync();
        await using var transaction = await holder.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("select pg_advisory_xact_lock(42)", holder)) await hold.ExecuteNonQueryAsync();
        var save = session.SaveChangesAsync();
        await PostgresCluster.EndLockBackendsAsync(fixture.Database.Name, waiting: true);
        await Should.ThrowAsync<CommitLostException>(() => save);
        (await session.Events.FetchStreamStateAsync(id)).ShouldBeNull();
    }

    private async Task<Exception?> PayInAsync(string tenant, Guid id, Guid command, byte[] hash)
    {
        await using var session = fixture.Session(tenant);
        var stream = await session.Events.FetchForWriting<Account>(id);
        stream.AppendOne(new AmountPaidIn(7, "north"));
        session.Idempotency = new CommandResultRequest("user", command, hash, () => $$"""{"version":{{stream.CurrentVersion + 1}}}""");
        return await Record.ExceptionAsync(() => session.SaveChangesAsync());
    }
}
