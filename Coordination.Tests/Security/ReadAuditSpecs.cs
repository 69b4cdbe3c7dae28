using System.Net;
using Coordination.Api.Security.Development;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Tests.Security;

/// <summary>Who read whom is noted before the answer leaves.</summary>
public sealed class ReadAuditSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private readonly string territory = Story.NewTerritory();

    [Fact]
    public async Task Given_persons_shown_Then_one_row_names_them_and_a_count_alone_leaves_none()
    {
        await platform.AnnounceAsync(territory);
        await platform.AnnounceAsync(territory);
        var client = platform.Client(Story.Coordinator(territory));
        await client.AskAsync("{ alerts { totalCount nodes { title } } }");
        (await RowsAsync()).ShouldBe(0);
        await client.AskAsync("{ alerts { nodes { subject { birthName } } } }");
        (await RowsAsync()).ShouldBe(1);
        (await platform.ScalarAsync<int>("select cardinality(person_ids) from audit.reading where tenant_id = $1", territory)).ShouldBe(2);
    }

    [Theory]
    [InlineData("alter table audit.reading rename to reading_away", "alter table audit.reading_away rename to reading")]
    [InlineData("revoke insert on audit.reading from coordination_audit", "grant insert on audit.reading to coordination_audit")]
    [InlineData("revoke usage on schema audit from coordination_audit", "grant usage on schema audit to coordination_audit")]
    public async Task Given_an_audit_that_cannot_be_written_Then_no_name_leaves_and_the_rest_answers(string fail, string heal)
    {
        await platform.AnnounceAsync(territory, Story.Traits("CANARYNAME"));
        var client = platform.Client(Story.Coordinator(territory));
        await AsOwnerAsync(fail);
        try
        {
            var answer = await client.AskAsync("{ alerts { nodes { subject { birthName } } } }");
            answer.Status.ShouldBe(HttpStatusCode.ServiceUnavailable, answer.Text);
            answer.Code.ShouldBe("AUDIT_UNAVAILABLE");
            answer.Text.ShouldNotContain("CANARYNAME");
            ((string)(await client.AskAsync("{ me { role } }")).Data!["me"]!["role"]!).ShouldBe("COORDINATOR");
        }
        finally
        {
            await AsOwnerAsync(heal);
        }
    }

    [Theory]
    [InlineData("update audit.reading set subject_id = 'x'")]
    [InlineData("delete from audit.reading")]
    [InlineData("truncate audit.reading")]
    [InlineData("update audit.chain set position = 1")]
    [InlineData("delete from audit.chain")]
    [InlineData("truncate audit.chain")]
    public async Task Given_a_noted_read_When_it_is_changed_Then_even_the_owner_cannot(string sql) =>
        (await Should.ThrowAsync<PostgresException>(() => AsOwnerAsync(sql))).MessageText.ShouldContain("append-only");

    [Theory]
    [InlineData("select from audit.reading")]
    [InlineData("update audit.reading set subject_id = 'x'")]
    [InlineData("delete from audit.reading")]
    [InlineData("truncate audit.reading")]
    [InlineData("select from audit.chain")]
    [InlineData("delete from audit.pending")]
    [InlineData("select from mt_events")]
    public async Task Given_the_role_that_notes_When_it_does_anything_else_Then_it_may_not(string sql)
    {
        await using var command = platform.Get<Database>().Audit.CreateCommand(sql);
        (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Given_a_record_opened_and_one_refused_Then_each_has_a_row_of_its_own_with_its_rule()
    {
        var person = await platform.FollowAsync("9000001", Story.Traits(), territory: territory);
        var id = Api.GraphQL.NodeId.Encode("Person", person.Value);
        const string open = "query($id: ID!) { careRecord(id: $id) { person { birthName } } }";
        (await platform.Client(Story.Coordinator(territory)).AskAsync(open, new { id })).Data!["careRecord"].ShouldNotBeNull();
        var outside = DemoUsers.All["gp"] with { Territory = new(territory) };
        (await platform.Client(outside).AskAsync(open, new { id })).Data!["careRecord"].ShouldBeNull();

        (await BasisAsync("open-record", person.Value)).ShouldBe(["DAC_COORDINATOR"]);
        (await BasisAsync("read", person.Value)).ShouldBe(["DAC_COORDINATOR"]);
        (await BasisAsync("refused", person.Value)).ShouldBe(["NOT_IN_TEAM"]);
    }

    private Task<string[]> BasisAsync(string action, Guid person) =>
        platform.ScalarAsync<string[]>("select basis from audit.reading where tenant_id = $1 and action = $2 and person_ids = array[$3]", territory, action, person);

    private Task<long> RowsAsync() => platform.ScalarAsync<long>("select count(*) from audit.reading where tenant_id = $1", territory);

    private async Task AsOwnerAsync(string sql)
    {
        await using var command = platform.Get<Database>().Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
