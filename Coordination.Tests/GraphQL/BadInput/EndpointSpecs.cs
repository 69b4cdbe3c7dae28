using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Coordination.Tests.Harness;
using Coordination.Tests.Platform.GraphQL.BadInput;

namespace Coordination.Tests.GraphQL.BadInput;

/// <summary>The product's own address over real sockets: what its server, its settings and its resolvers make of bad input.</summary>
public sealed class EndpointSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>, IAsyncLifetime
{
    private readonly string territory = Story.NewTerritory();

    private HttpClient Mine => platform.Client(Story.Coordinator(territory));

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>After each case the server answers, and no case left a trace of a failure or of the input.</summary>
    public async Task DisposeAsync()
    {
        (await Mine.AskAsync("{ __typename }")).Text.ShouldBe("""{"data":{"__typename":"Query"}}""");
        var logs = await platform.ReadLogsAsync();
        logs.ShouldNotContain(Refusals.Secret);
        logs.ShouldNotContain("resolver failed");
    }

    private async Task<Answer> PostAsync(HttpContent content)
    {
        using var response = await Mine.PostAsync("/graphql", content);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Sends bytes as they are and reads until the server ends the connection.</summary>
    private async Task<string> SendRawAsync(string head, byte[]? body = null)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(platform.Address.Host, platform.Address.Port);
        var stream = client.GetStream();
        var token = Mine.DefaultRequestHeaders.Authorization!.Parameter;
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{head}\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nConnection: close\r\n\r\n"));
        if (body is not null) await stream.WriteAsync(body);
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        return await new StreamReader(stream, Encoding.UTF8).ReadToEndAsync(bound.Token);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"query\":null}")]
    [InlineData("{\"query\":\"{__typename}\"} Zephirine")]
    [InlineData("{\"query\":\"{__typename}\",\"query\":\"{Zephirine}\"}")]
    [InlineData("{\"query\":\"{__typename}\",\"variables\":\"Zephirine\"}")]
    public async Task Given_G01_to_G06_a_body_that_is_no_request_When_posted_Then_400(string body)
    {
        var answer = await PostAsync(new StringContent(body, Encoding.UTF8, "application/json"));
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Text.ShouldBeRefusal("BAD_REQUEST");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=a")]
    public async Task Given_G10_to_G12_a_content_type_that_a_foreign_page_could_send_When_posted_Then_415(string type)
    {
        var content = new ByteArrayContent("""{"query":"{__typename}"}"""u8.ToArray());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        var answer = await PostAsync(content);
        answer.Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        answer.Text.ShouldBeRefusal("UNSUPPORTED_MEDIA_TYPE");
    }

    [Fact]
    public async Task Given_G13_a_mutation_over_GET_When_asked_Then_405_with_Allow_and_nothing_written()
    {
        await platform.AnnounceAsync(territory);
        var id = await platform.OnlyAlertAsync(territory);
        foreach (var address in new[] { "/graphql", "/graphql/stream" })
        {
            using var response = await Mine.GetAsync($"{address}?query=mutation{{takeAlert(input:{{id:\"{id}\"}}){{alert{{id}}}}}}");
            response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
            response.Content.Headers.Allow.ShouldBe(["POST"]);
            (await response.Content.ReadAsStringAsync()).ShouldBeRefusal("METHOD_NOT_ALLOWED");
        }
        (await Mine.AskAsync("{ alerts(where: { status: [RAISED] }) { totalCount } }")).Text.ShouldContain("\"totalCount\":1");
    }

    [Fact]
    public async Task Given_G14_an_address_of_100_KB_When_asked_Then_414()
    {
        (await SendRawAsync($"GET /graphql?query={{{new string('a', 100_000)}}} HTTP/1.1")).ShouldStartWith("HTTP/1.1 414 ");
        using var response = await Mine.GetAsync($"/graphql?query={{{Refusals.Secret}{new string('a', 6_500)}}}");
        response.StatusCode.ShouldBe(HttpStatusCode.RequestUriTooLong);
        (await response.Content.ReadAsStringAsync()).ShouldBeRefusal("URI_TOO_LONG");
    }

    [Fact]
    public async Task Given_G15_a_body_over_the_limit_When_sent_Then_413_with_or_without_a_length()
    {
        const string head = "POST /graphql HTTP/1.1\r\nContent-Type: application/json\r\n";
        var announced = await SendRawAsync(head + "Content-Length: 10485760");
        announced.ShouldStartWith("HTTP/1.1 413 ");
        announced.ShouldContain("BODY_TOO_LARGE");

        var chunk = Encoding.ASCII.GetBytes($"41000\r\n{new string(' ', 0x41000)}");
        var chunked = await SendRawAsync(head + "Transfer-Encoding: chunked", chunk);
        chunked.ShouldStartWith("HTTP/1.1 413 ");
        chunked.ShouldContain("BODY_TOO_LARGE");
    }

    [Fact]
    public async Task Given_G16_a_compressed_bomb_When_posted_Then_415_and_never_unpacked()
    {
        var answer = await SendRawAsync("POST /graphql HTTP/1.1\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: 10240", new byte[10_240]);
        answer.ShouldStartWith("HTTP/1.1 415 ");
        answer.ShouldContain("UNSUPPORTED_MEDIA_TYPE");
    }

    [Fact]
    public async Task Given_G17_a_body_that_does_not_come_When_waited_for_Then_408()
    {
        var answer = await SendRawAsync("POST /graphql HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 1000", "{"u8.ToArray());
        answer.ShouldStartWith("HTTP/1.1 408 ");
        answer.ShouldContain("REQUEST_TIMEOUT");
    }

    [Fact]
    public async Task Given_G18_an_answer_that_cannot_be_given_When_asked_Then_406()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent("""{"query":"{__typename}"}""", Encoding.UTF8, "application/json") };
        request.Headers.Add("Accept", "application/xml");
        using var response = await Mine.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.NotAcceptable);
        (await response.Content.ReadAsStringAsync()).ShouldBeRefusal("NOT_ACCEPTABLE");
    }

    [Theory]
    [InlineData("{ alerts(first: 2147483648) { totalCount } }", "VALIDATION_ERROR")]
    [InlineData("{ alerts(first: 2147483647) { totalCount } }", "BAD_PAGE_SIZE")]
    [InlineData("{ alerts(first: 2147483647) { nodes { id } } }", "COST_LIMIT")]
    [InlineData("{ alerts(first: -1) { totalCount } }", "BAD_PAGE_SIZE")]
    [InlineData("{ alerts(first: 0) { totalCount } }", "BAD_PAGE_SIZE")]
    [InlineData("{ alerts(first: 201) { totalCount } }", "BAD_PAGE_SIZE")]
    [InlineData("{ alerts(first: 1, last: 1) { totalCount } }", "VALIDATION_ERROR")]
    [InlineData("{ alerts(first: \"Zephirine\") { totalCount } }", "VALIDATION_ERROR")]
    public async Task Given_G45_a_page_size_out_of_bounds_When_asked_Then_a_typed_error(string query, string code) =>
        (await Mine.AskAsync(query)).Text.ShouldBeRefusal(code);

    [Theory]
    [InlineData("Zephirine")]
    [InlineData("")]
    [InlineData("====")]
    [InlineData("é à ç")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("' or 1=1--")]
    public async Task Given_G46_a_forged_cursor_When_asked_Then_INVALID_CURSOR(string after) =>
        (await Mine.AskAsync("query($after: String) { alerts(after: $after) { nodes { id } } }", new { after })).Text.ShouldBeRefusal("INVALID_CURSOR");

    [Fact]
    public async Task Given_G46_a_cursor_cut_or_changed_When_asked_Then_INVALID_CURSOR()
    {
        await platform.AnnounceAsync(territory);
        var cursor = (string)(await Mine.AskAsync("{ alerts { pageInfo { endCursor } } }")).Data!["alerts"]!["pageInfo"]!["endCursor"]!;
        var flipped = (cursor[0] == 'A' ? 'B' : 'A') + cursor[1..];
        foreach (var after in new[] { cursor[..^1], cursor[..8], flipped, cursor + "A", cursor + cursor })
            (await Mine.AskAsync("query($after: String) { alerts(after: $after) { nodes { id } } }", new { after })).Text.ShouldBeRefusal("INVALID_CURSOR");
    }

    [Theory]
    [InlineData("Zephirine")]
    [InlineData("")]
    [InlineData("é!")]
    [InlineData("{00000000-0000-0000-0000-000000000000}")]
    [InlineData("QWxlcnQ6MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDA")]
    public async Task Given_G55_an_id_that_names_nothing_When_asked_Then_null_and_when_used_a_typed_refusal(string id)
    {
        (await Mine.AskAsync("query($id: ID!) { node(id: $id) { id } }", new { id })).Text.ShouldBe("""{"data":{"node":null}}""");
        var used = await Mine.AskAsync("mutation($id: ID!) { takeAlert(input: { id: $id }) { alert { id } errors { ... on Error { code } } } }", new { id });
        used.Text.ShouldNotContain("INTERNAL");
        (used.Code ?? (string?)used.Data!["takeAlert"]!["errors"]![0]!["code"]).ShouldBeOneOf("INVALID_ID", "ALERT_NOT_FOUND");
    }

    [Theory]
    [InlineData("G-20", "{ alerts(where: { text: \"Zephirine }) { totalCount } }", "SYNTAX_ERROR")]
    [InlineData("G-22", "{ alerts(where: { text: \"Zephirine\\u0000\" }) { totalCount } }", "VALIDATION_ERROR")]
    [InlineData("G-50", "{ alerts(where: { status: [\"Zephirine\"] }) { totalCount } }", "VALIDATION_ERROR")]
    [InlineData("G-51", "{ alerts(where: { nope: \"Zephirine\" }) { totalCount } }", "VALIDATION_ERROR")]
    public async Task Given_a_document_that_does_not_fit_the_schema_When_posted_Then_a_typed_error_without_its_values(string number, string query, string code)
    {
        var answer = await Mine.AskAsync(query);
        answer.Status.ShouldBe(HttpStatusCode.OK, number);
        answer.Text.ShouldBeRefusal(code);
    }

    [Fact]
    public async Task Given_G22_U0000_in_a_variable_When_posted_Then_refused_before_the_database() =>
        (await Mine.AskAsync("query($text: String) { alerts(where: { text: $text }) { totalCount } }", new { text = Refusals.Secret + "\0" })).Text.ShouldBeRefusal("BAD_USER_INPUT");
}
