using Coordination.Tests.Harness;

namespace Coordination.Tests.GraphQL;

/// <summary>The inbox: pages, filters and what is refused.</summary>
public sealed class AlertListSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string Page = """
        query($after: String, $order: [AlertSortInput!]) { alerts(first: 7, after: $after, order: $order) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }
        """;

    private readonly string territory = Story.NewTerritory();

    private HttpClient Mine => platform.Client(Story.Coordinator(territory));

    [Fact]
    public async Task Given_25_alerts_When_one_changes_between_pages_Then_no_row_is_missing_or_told_twice()
    {
        for (var i = 0; i < 25; i++) await platform.AnnounceAsync(territory, hour: 8 + i % 5, settle: false);
        await platform.SettleAsync();
        foreach (var field in new[] { "PRIORITY", "DUE_AT", "RAISED_AT" })
        {
            var seen = new List<string>();
            string? after = null;
            do
            {
                var alerts = (await Mine.AskAsync(Page, new { after, order = new[] { new { field, direction = "DESC" } } })).Data!["alerts"]!;
                ((int)alerts["totalCount"]!).ShouldBe(25);
                seen.AddRange(alerts["nodes"]!.AsArray().Select(n => (string)n!["id"]!));
                after = (bool)alerts["pageInfo"]!["hasNextPage"]! ? (string)alerts["pageInfo"]!["endCursor"]! : null;
                await Mine.AskAsync("mutation($id: ID!) { takeAlert(input: { id: $id }) { alert { id } } }", new { id = seen[^1] });
            }
            while (after is not null);
            seen.Count.ShouldBe(25, field);
            seen.Distinct().Count().ShouldBe(25, field);
        }
    }

    [Theory]
    [InlineData("zzzz")]
    [InlineData("!")]
    [InlineData("")]
    public async Task Given_a_forged_cursor_Then_it_is_refused(string after) =>
        (await Mine.AskAsync(Page, new { after })).Code.ShouldBe("INVALID_CURSOR");

    [Fact]
    public async Task Given_the_cursor_of_another_list_Then_it_is_refused()
    {
        await platform.AnnounceAsync(territory);
        var cursor = (string)(await Mine.AskAsync(Page)).Data!["alerts"]!["pageInfo"]!["endCursor"]!;
        (await Mine.AskAsync(Page, new { after = cursor })).Code.ShouldBeNull();
        (await Mine.AskAsync(Page, new { after = cursor, order = new[] { new { field = "DUE_AT", direction = "ASC" } } })).Code.ShouldBe("INVALID_CURSOR");
        (await platform.Client(Story.Coordinator("dac-99")).AskAsync(Page, new { after = cursor })).Code.ShouldBe("INVALID_CURSOR");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(201)]
    public async Task Given_a_page_size_outside_its_bounds_Then_it_is_refused(int first) =>
        (await Mine.AskAsync("query($first: Int) { alerts(first: $first) { totalCount } }", new { first })).Code.ShouldBe("BAD_PAGE_SIZE");

    [Fact]
    public async Task Given_accents_in_a_name_When_it_is_searched_without_Then_it_is_found()
    {
        await platform.AnnounceAsync(territory, Story.Traits("LEFÈVRE", "Hélène"));
        await platform.AnnounceAsync(territory, Story.Traits("MARTIN", "ODILE"));
        (await CountAsync("text: \"helene\"")).ShouldBe(1);
        (await CountAsync("text: \"LEFEVRE HÉL\"")).ShouldBe(1);
        (await CountAsync("text: \"nobody\"")).ShouldBe(0);
        (await CountAsync("status: [RAISED], severity: [VIGILANCE], ruleCode: [\"AL47\"], commune: \"47001\"")).ShouldBe(2);
        (await CountAsync("status: [TAKEN]")).ShouldBe(0);
        (await CountAsync("takenByMe: true")).ShouldBe(0);
        (await CountAsync("commune: \"47002\"")).ShouldBe(0);
    }

    private async Task<int> CountAsync(string where) =>
        (int)(await Mine.AskAsync($"{{ alerts(where: {{ {where} }}) {{ totalCount }} }}")).Data!["alerts"]!["totalCount"]!;
}
