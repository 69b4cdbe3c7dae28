using Coordination.Api.GraphQL;
using Coordination.Api.Hosting;
using Coordination.Api.Security;
using Coordination.Api.Security.Audit;
using Coordination.Domain.Directory;
using Coordination.Tests.Harness;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Tests.Security;

/// <summary>The chain of the audit, on a database of its own per test: whatever is rewritten is named.</summary>
public sealed class AuditChainSpecs : IAsyncLifetime
{
    private const string Unlock = "alter table audit.reading disable trigger user; alter table audit.chain disable trigger user; alter table audit.reading no force row level security;";
    private static readonly Subject Reader = new("test:reader", "R", Role.Coordinator, "DAC", new("dac-47"), null, null);
    private string connectionString = "";
    private Database Database { get; set; } = null!;

    private AuditChain Chain => new(Database);

    private AuditVerifier Verifier => new(Database);

    public async Task InitializeAsync()
    {
        connectionString = await PostgresCluster.CloneAsync("audit", async template =>
        {
            await using var fresh = new Database(new DatabaseOptions { ConnectionString = template });
            await new SchemaMigrator(fresh, StoreRegistrations.Create(TimeProvider.System), StoreRegistrations.Components).ApplyAsync();
        });
        Database = new Database(new DatabaseOptions { ConnectionString = connectionString });
    }

    public async Task DisposeAsync()
    {
        await Database.DisposeAsync();
        await PostgresCluster.DropAsync(connectionString);
    }

    [Fact]
    public async Task Given_many_chainers_at_once_Then_the_order_is_gapless_and_holds()
    {
        var reading = Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ReadAsync(25)));
        var chaining = Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            while (!reading.IsCompleted) await new AuditChain(Database).ExtendAsync();
        }));
        await reading;
        await chaining;
        await Chain.ExtendAsync();
        (await ScalarAsync("select count(*) from audit.chain")).ShouldBe(200);
        (await ScalarAsync("select max(position) from audit.chain")).ShouldBe(200);
        var verdict = await Verifier.VerifyAsync();
        (verdict.Checked, verdict.Fault).ShouldBe((200, null));
        verdict.Head.ToString().ShouldBe((await Chain.HeadAsync()).ToString());
    }

    [Fact]
    public async Task Given_a_place_that_is_taken_When_another_takes_it_Then_it_collides()
    {
        await FillAsync(1);
        await using var twice = Database.Worker.CreateCommand("insert into audit.chain select position, gen_random_uuid(), hash from audit.chain");
        (await Should.ThrowAsync<PostgresException>(() => twice.ExecuteNonQueryAsync())).SqlState.ShouldBe(PostgresErrorCodes.UniqueViolation);
    }

    [Theory]
    [InlineData("update audit.reading set client = '10.0.0.1' where id = {4}", 4, "changed")]
    [InlineData("update audit.reading set person_ids = '{{}}' where id = {4}", 4, "changed")]
    [InlineData("update audit.reading set read_at = read_at + interval '1 microsecond' where id = {4}", 4, "changed")]
    [InlineData("update audit.reading set basis = array['X'] || basis where id = {4}", 4, "changed")]
    [InlineData("update audit.chain set hash = set_byte(hash, 0, get_byte(hash, 0) # 1) where position = 4", 4, "changed")]
    [InlineData("delete from audit.reading where id = {4}", 4, "row is missing")]
    [InlineData("delete from audit.chain where position = 4", 4, "link is missing")]
    [InlineData("update audit.chain set reading_id = gen_random_uuid() where position = 4; update audit.chain set reading_id = {4} where position = 6", 4, "row is missing")]
    [InlineData("delete from audit.chain where position > 8", 9, "cut")]
    [InlineData("delete from audit.chain where position > 8; delete from audit.reading where id in ({9}, {10})", 9, "cut")]
    public async Task Given_a_chain_When_it_is_tampered_with_Then_the_first_bad_row_is_named(string sql, int position, string reason)
    {
        var head = await FillAsync(10);
        (await Verifier.VerifyAsync(exported: [head])).Fault.ShouldBeNull();
        var ids = await IdsAsync();
        await OwnerAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, [.. ids.Prepend("").Cast<object>()]));
        var fault = (await Verifier.VerifyAsync(exported: [head])).Fault.ShouldNotBeNull();
        fault.Position.ShouldBe(position);
        fault.Reason.ShouldContain(reason);
    }

    [Fact]
    public async Task Given_two_rows_swapped_Then_the_first_of_them_is_named()
    {
        await FillAsync(10);
        var ids = await IdsAsync();
        await OwnerAsync($"""
            update audit.chain set reading_id = '00000000-0000-0000-0000-000000000000' where position = 3;
            update audit.chain set reading_id = {ids[2]} where position = 7;
            update audit.chain set reading_id = {ids[6]} where position = 3
            """);
        (await Verifier.VerifyAsync()).Fault.ShouldNotBeNull().Position.ShouldBe(3);
    }

    [Fact]
    public async Task Given_a_tail_rewritten_with_right_hashes_Then_only_an_exported_head_tells_and_it_does()
    {
        var head = await FillAsync(10);
        await OwnerAsync("""
            insert into audit.pending (reading_id) select reading_id from audit.chain where position >= 5 order by position;
            delete from audit.chain where position >= 5;
            update audit.reading set subject_id = 'test:innocent' where id = (select reading_id from audit.pending order by number limit 1)
            """);
        await Chain.ExtendAsync();
        (await Verifier.VerifyAsync()).Fault.ShouldBeNull();
        var fault = (await Verifier.VerifyAsync(exported: [head])).Fault.ShouldNotBeNull();
        (fault.Position, fault.Reason).ShouldBe((10L, "the chain was rewritten: an exported head has another hash here"));
    }

    [Fact]
    public async Task Given_links_cut_off_and_no_head_exported_Then_the_rows_they_leave_are_outside_the_chain()
    {
        await FillAsync(10);
        await OwnerAsync("delete from audit.chain where position > 9");
        var fault = (await Verifier.VerifyAsync()).Fault.ShouldNotBeNull();
        (fault.Position, fault.Reason).ShouldBe((null, "it was never given a place in the chain"));
    }

    [Fact]
    public async Task Given_a_bad_row_When_verified_from_behind_it_Then_the_rest_holds()
    {
        await FillAsync(10);
        await OwnerAsync("update audit.reading set role = 'Gp' where id = (select reading_id from audit.chain where position = 2)");
        (await Verifier.VerifyAsync(5)).ShouldSatisfyAllConditions(v => v.Fault.ShouldBeNull(), v => v.Checked.ShouldBe(6));
        (await Verifier.VerifyAsync(12)).Fault.ShouldNotBeNull().Position.ShouldBe(11);
    }

    [Fact]
    public async Task Given_the_verb_Then_it_answers_0_when_all_holds_and_1_when_not()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("coordination-audit-").FullName;
        string[] verify = ["audit", "verify", $"--ConnectionStrings:Coordination={connectionString}", $"--COORDINATION_DATA={folder}"];
        var head = await FillAsync(3);
        await File.WriteAllLinesAsync(Path.Combine(folder, "audit-head.log"), [$"2026-11-23T08:00:00Z {head}"]);
        (await AuditVerbs.RunAsync(verify)).ShouldBe(0);
        (await AuditVerbs.RunAsync(["audit", "head", .. verify[2..]])).ShouldBe(0);
        (await AuditVerbs.RunAsync([.. verify, "--from=0"])).ShouldBe(2);
        await OwnerAsync("update audit.reading set shown = shown + 1 where id = (select reading_id from audit.chain where position = 2)");
        (await AuditVerbs.RunAsync(verify)).ShouldBe(1);
        System.IO.Directory.Delete(folder, recursive: true);
    }

    private async Task<AuditHead> FillAsync(int rows)
    {
        await ReadAsync(rows);
        await Chain.ExtendAsync();
        return await Chain.HeadAsync();
    }

    private async Task ReadAsync(int rows)
    {
        var audit = new ReadAudit(Database, TimeProvider.System);
        for (var i = 0; i < rows; i++)
            await audit.WriteAsync(Reader, [new TrailEntry(new("dac-47"), AuditActions.Read, [Guid.NewGuid()], [], ["DAC_COORDINATOR"])], new("test", "127.0.0.1"), default);
    }

    private async Task<string[]> IdsAsync()
    {
        await using var command = Database.Worker.CreateCommand("select array_agg(quote_literal(reading_id) order by position) from audit.chain");
        return (string[])(await command.ExecuteScalarAsync())!;
    }

    private async Task<long> ScalarAsync(string sql)
    {
        await using var command = Database.Worker.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task OwnerAsync(string sql)
    {
        await using var command = Database.Owner.CreateCommand(Unlock + sql);
        await command.ExecuteNonQueryAsync();
    }
}
