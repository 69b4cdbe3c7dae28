using System.Net;
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

    [Fact]
    public async Task Given_an_audit_that_cannot_be_written_Then_no_name_leaves_and_the_rest_answers()
    {
        await platform.AnnounceAsync(territory, Story.Traits("CANARYNAME"));
        var client = platform.Client(Story.Coordinator(territory));
        await AsOwnerAsync("alter table read_audit rename to read_audit_away");
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
            await AsOwnerAsync("alter table read_audit_away rename to read_audit");
        }
    }

    [Theory]
    [InlineData("update read_audit set subject_id = 'x'")]
    [InlineData("delete from audit.reading")]
    [InlineData("truncate read_audit")]
    public async Task Given_a_noted_read_When_it_is_changed_Then_even_the_owner_cannot(string sql) =>
        (await Should.ThrowAsync<PostgresException>(() => AsOwnerAsync(sql))).MessageText.ShouldContain("append-only");

    private Task<long> RowsAsync() => platform.ScalarAsync<long>("select count(*) from audit.reading where tenant_id = $1", territory);

    private async Task AsOwnerAsync(string sql)
    {
        await using var command = platform.Get<Database>().Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
