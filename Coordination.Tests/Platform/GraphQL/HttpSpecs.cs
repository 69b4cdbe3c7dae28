using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Platform.GraphQL;

namespace Coordination.Tests.Platform.GraphQL;

public sealed class HttpSpecs : IAsyncLifetime
{
    private TestHost _host = null!;

    public async Task InitializeAsync() => _host = await TestHost.StartAsync(http: new GraphQLHttpOptions
    {
        EnableTool = true,
        OnRequest = (http, request) =>
        {
            if (http.Request.Headers.ContainsKey("X-Unknown-Subject")) request.Refuse(401, "UNAUTHENTICATED", "Sign in.");
            return ValueTask.CompletedTask;
        },
    });

    public async Task DisposeAsync() => await _host.DisposeAsync();

    private async Task<(HttpStatusCode Status, string Body)> Post(byte[] body, string? type = "application/json", string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(body) };
        if (type is not null) request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await _host.Client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private Task<(HttpStatusCode Status, string Body)> Post(string body, string? accept = null) => Post(Encoding.UTF8.GetBytes(body), accept: accept);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"query\":\"\"}")]
    [InlineData("{\"query\":null}")]
    [InlineData("{\"query\":1}")]
    [InlineData("{\"query\":\"{hello}\"} x")]
    [InlineData("{\"query\":\"{hello}\",\"query\":\"{a}\"}")]
    [InlineData("{\"query\":\"{hello}\",\"variables\":\"a\"}")]
    [InlineData("{\"query\":\"{hello}\",\"variables\":[1]}")]
    [InlineData("{\"query\":\"{hello}\",\"extensions\":1}")]
    [InlineData("{\"query\":\"{hello}\",\"operationName\":1}")]
    [InlineData("{\"query\":\"query A{hello} query B{hello}\"}")]
    [InlineData("{\"query\":\"query A{hello}\",\"operationName\":\"B\"}")]
    [InlineData("{\"query\":\"\\uD800\"}")]
    public async Task Given_a_malformed_request_When_posted_Then_400_and_a_typed_error(string body)
    {
        var (status, answer) = await Post(body);
        status.ShouldBe(HttpStatusCode.BadRequest);
        answer.ShouldContain("\"code\":\"BAD_REQUEST\"");
    }

    [Fact]
    public async Task Given_bytes_or_depth_that_no_parser_should_take_When_posted_Then_400()
    {
        (await Post([.. "{\"query\":\""u8, 0xC3, 0x28, .. "\"}"u8])).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await Post([.. "{\"query\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8])).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await Post("{\"query\":\"{hello}\",\"variables\":" + new string('[', 10_000))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await Post([.. "\uFEFF{\"query\":\"{hello}\"}"u8])).Body.ShouldBe("""{"data":{"hello":"Hello world"}}""");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task Given_another_content_type_When_posted_Then_415(string? type) =>
        (await Post("{\"query\":\"{hello}\"}"u8.ToArray(), type)).Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);

    [Fact]
    public async Task Given_a_body_over_the_limit_When_posted_Then_413_with_or_without_a_length()
    {
        var body = Encoding.UTF8.GetBytes("{\"query\":\"{hello}" + new string(' ', 256 * 1024) + "\"}");
        (await Post(body)).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        using var chunked = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(body) };
        chunked.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        chunked.Headers.TransferEncodingChunked = true;
        using var response = await _host.Client.SendAsync(chunked);
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Given_a_document_error_When_posted_Then_the_status_follows_the_media_type()
    {
        (await Post("{\"query\":\"{nope}\"}", "application/json")).Status.ShouldBe(HttpStatusCode.OK);
        (await Post("{\"query\":\"{nope}\"}", "application/graphql-response+json")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await Post("{\"query\":\"{nothing}\"}", "application/graphql-response+json")).Status.ShouldBe(HttpStatusCode.OK);
        (await Post("{\"query\":\"{hello}\"}", "application/xml")).Status.ShouldBe(HttpStatusCode.NotAcceptable);
    }

    [Fact]
    public async Task Given_a_mutation_over_GET_When_asked_Then_405_and_nothing_ran()
    {
        using var response = await _host.Client.GetAsync("/graphql?query=mutation{log(text:\"a\")}");
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["POST"]);
        _host.Schema.Log.ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_GET_When_asked_Then_query_schema_page_and_limits_answer()
    {
        (await _host.Client.GetStringAsync("/graphql?query={hello}")).ShouldBe("""{"data":{"hello":"Hello world"}}""");
        (await _host.Client.GetStringAsync("/graphql?sdl")).ShouldBe(new TestSchema().Build().Print());
        using var page = new HttpRequestMessage(HttpMethod.Get, "/graphql") { Headers = { { "Accept", "text/html" } } };
        (await (await _host.Client.SendAsync(page)).Content.ReadAsStringAsync()).ShouldStartWith("<!doctype html>");
        (await _host.Client.GetAsync("/graphql?query={" + new string('a', 17_000) + "}")).StatusCode.ShouldBe(HttpStatusCode.RequestUriTooLong);
        (await _host.Client.DeleteAsync("/graphql")).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task Given_the_hook_refuses_When_posted_Then_its_status_and_code_are_the_answer()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent("{\"query\":\"{hello}\"}", Encoding.UTF8, "application/json"), Headers = { { "X-Unknown-Subject", "1" } },
        };
        using var response = await _host.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await response.Content.ReadAsStringAsync()).ShouldContain("UNAUTHENTICATED");
    }

    [Fact]
    public async Task Given_a_subscription_When_a_pet_is_renamed_Then_the_stream_carries_it_resolved_afresh()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql/stream")
        {
            Content = new StringContent("{\"query\":\"subscription{petRenamed{name owner{name}}}\"}", Encoding.UTF8, "application/json"),
        };
        using var response = await _host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        await _host.Schema.Subscribed.Task;
        (await Post("{\"query\":\"mutation{renamePet(input:{id:\\\"1\\\",name:\\\"Max\\\"}){pet{id}}}\"}")).Status.ShouldBe(HttpStatusCode.OK);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var lines = new List<string>();
        while (lines.LastOrDefault()?.StartsWith("data:", StringComparison.Ordinal) != true) lines.Add((await reader.ReadLineAsync())!);
        lines.Where(l => l.Length > 1).ShouldBe(["event: next", """data: {"data":{"petRenamed":{"name":"Max","owner":{"name":"Owner o1"}}}}"""]);
    }

    [Fact]
    public async Task Given_a_query_on_the_stream_address_When_posted_Then_one_result_and_complete()
    {
        using var content = new StringContent("{\"query\":\"{hello}\"}", Encoding.UTF8, "application/json");
        using var response = await _host.Client.PostAsync("/graphql/stream", content);
        (await response.Content.ReadAsStringAsync()).ShouldBe(":\n\nevent: next\ndata: {\"data\":{\"hello\":\"Hello world\"}}\n\nevent: complete\ndata:\n\n");
    }
}
