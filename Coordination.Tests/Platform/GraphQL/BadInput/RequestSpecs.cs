using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Platform.GraphQL;

namespace Coordination.Tests.Platform.GraphQL.BadInput;

/// <summary>G-01 to G-19 and G-53: the request around the document. Each refusal leaves the server answering.</summary>
public sealed class RequestSpecs : IAsyncLifetime
{
    private TestHost _host = null!;

    public async Task InitializeAsync() => _host = await TestHost.StartAsync(new RequestExecutorOptions());

    public async Task DisposeAsync()
    {
        (await Post("""{"query":"{hello}"}"""u8.ToArray())).Body.ShouldBe("""{"data":{"hello":"Hello world"}}""");
        await _host.DisposeAsync();
    }

    private async Task<(HttpStatusCode Status, string Body)> Post(byte[] body, string type = "application/json", string? encoding = null, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (encoding is not null) request.Content.Headers.ContentEncoding.Add(encoding);
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await _host.Client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task Refuses(byte[] body, HttpStatusCode status = HttpStatusCode.BadRequest, string code = "BAD_REQUEST")
    {
        var answer = await Post(body);
        answer.Status.ShouldBe(status, answer.Body);
        answer.Body.ShouldBeRefusal(code);
    }

    [Theory]
    [InlineData("G-01", "")]
    [InlineData("G-01", "   ")]
    [InlineData("G-02", "{\"query\":\"\"}")]
    [InlineData("G-03", "{\"query\":null}")]
    [InlineData("G-03", "{\"query\":7}")]
    [InlineData("G-03", "{\"query\":[\"Zephirine\"]}")]
    [InlineData("G-03", "{\"query\":{\"Zephirine\":1}}")]
    [InlineData("G-03", "{}")]
    [InlineData("G-03", "\"Zephirine\"")]
    [InlineData("G-03", "null")]
    [InlineData("G-04", "[]")]
    [InlineData("G-04", "[{\"query\":\"{hello}\"}]")]
    [InlineData("G-05", "{\"query\":\"{hello}\"} Zephirine")]
    [InlineData("G-05", "{\"query\":\"{hello}\"}{\"query\":\"{hello}\"}")]
    [InlineData("G-05", "{\"query\":\"{hello}\",}")]
    [InlineData("G-05", "{\"query\":\"{hello}\" // Zephirine\n}")]
    [InlineData("G-06", "{\"query\":\"{hello}\",\"query\":\"{Zephirine}\"}")]
    [InlineData("G-06", "{\"query\":\"{hello}\",\"variables\":{\"a\":1,\"a\":2}}")]
    [InlineData("G-19", "{\"query\":\"query A{hello}\",\"operationName\":\"Zephirine du Val\"}")]
    [InlineData("G-19", "{\"query\":\"query A{hello}\",\"operationName\":\"\"}")]
    [InlineData("G-19", "{\"query\":\"query A{hello} query B{hello}\"}")]
    [InlineData("G-19", "{\"query\":\"{hello}\",\"operationName\":[\"A\"]}")]
    [InlineData("G-53", "{\"query\":\"{hello}\",\"variables\":\"{\\\"a\\\":\\\"Zephirine\\\"}\"}")]
    [InlineData("G-53", "{\"query\":\"{hello}\",\"variables\":[\"Zephirine\"]}")]
    [InlineData("G-53", "{\"query\":\"{hello}\",\"variables\":true}")]
    public Task Given_a_body_that_is_no_request_When_posted_Then_400(string number, string body)
    {
        number.ShouldStartWith("G-");
        return Refuses(Encoding.UTF8.GetBytes(body));
    }

    [Theory]
    [InlineData(64, false)]
    [InlineData(65, true)]
    [InlineData(10_000, true)]
    public async Task Given_G07_G34_variables_nested_too_deep_When_posted_Then_400(int levels, bool refused)
    {
        // Two levels are the body and the variables themselves.
        var inner = levels - 2;
        var body = Encoding.UTF8.GetBytes($$"""{"query":"{hello}","variables":{"a":{{new string('[', inner)}}{{new string(']', inner)}} } }""");
        if (refused) await Refuses(body);
        else (await Post(body)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Given_G08_a_byte_order_mark_When_posted_Then_UTF8_is_read_and_UTF16_refused()
    {
        (await Post([.. "\uFEFF{\"query\":\"{hello}\"}"u8])).Status.ShouldBe(HttpStatusCode.OK);
        await Refuses([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("{\"query\":\"{hello}\"}")]);
        await Refuses(Encoding.BigEndianUnicode.GetBytes("{\"query\":\"{hello}\"}"));
        await Refuses([.. "\uFEFF"u8]);
    }

    [Theory]
    [InlineData(new byte[] { 0xC3, 0x28 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xC0, 0xAF })]
    [InlineData(new byte[] { 0xF5, 0x80, 0x80, 0x80 })]
    [InlineData(new byte[] { 0xE9 })]
    public async Task Given_G09_bytes_that_are_no_UTF8_When_posted_Then_400(byte[] bytes)
    {
        await Refuses([.. "{\"query\":\"{hello(name:\\\""u8, .. bytes, .. "\\\")}\"}"u8]);
        await Refuses([.. "{\"query\":\"{hello}\",\"variables\":{\"a\":\""u8, .. bytes, .. "\"}}"u8]);
    }

    [Theory]
    [InlineData("G-10", "text/plain")]
    [InlineData("G-11", "application/x-www-form-urlencoded")]
    [InlineData("G-12", "multipart/form-data; boundary=a")]
    [InlineData("G-08", "application/json; charset=iso-8859-1")]
    [InlineData("G-10", "application/graphql")]
    [InlineData("G-10", "application/jsonp")]
    public async Task Given_another_content_type_When_posted_Then_415(string number, string type)
    {
        var (status, body) = await Post("""{"query":"mutation{log(text:\"a\")}"}"""u8.ToArray(), type);
        status.ShouldBe(HttpStatusCode.UnsupportedMediaType, number);
        body.ShouldBeRefusal("UNSUPPORTED_MEDIA_TYPE");
        _host.Schema.Log.ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_G13_a_mutation_or_subscription_over_GET_When_asked_Then_405_with_Allow_and_nothing_ran()
    {
        foreach (var document in new[] { "mutation{log(text:\"Zephirine\")}", "subscription{petRenamed{id}}", "query A{hello} mutation B{log(text:\"a\")}&operationName=B" })
        {
            using var response = await _host.Client.GetAsync("/graphql?query=" + document);
            response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
            response.Content.Headers.Allow.ShouldBe(["POST"]);
            (await response.Content.ReadAsStringAsync()).ShouldBeRefusal("METHOD_NOT_ALLOWED");
        }
        foreach (var method in new[] { HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch })
        {
            using var other = await _host.Client.SendAsync(new HttpRequestMessage(method, "/graphql?query={hello}"));
            (await other.Content.ReadAsStringAsync()).ShouldBeRefusal("METHOD_NOT_ALLOWED");
            other.Content.Headers.Allow.ShouldBe(["GET", "POST"]);
        }
        _host.Schema.Log.ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_G14_a_long_address_When_asked_Then_414()
    {
        using var response = await _host.Client.GetAsync("/graphql?query={hello(name:\"Zephirine" + new string('a', 6_500) + "\")}");
        response.StatusCode.ShouldBe(HttpStatusCode.RequestUriTooLong);
        (await response.Content.ReadAsStringAsync()).ShouldBeRefusal("URI_TOO_LONG");
        (await _host.Client.GetAsync("/graphql?query={" + new string('a', 60_000) + "}")).StatusCode.ShouldBe(HttpStatusCode.RequestUriTooLong);
    }

    [Theory]
    [InlineData("?query=")]
    [InlineData("?variables={}")]
    [InlineData("?query={hello}&query={hello}")]
    [InlineData("?query={hello}&variables=Zephirine")]
    [InlineData("?query={hello}&variables=[1]")]
    [InlineData("?query={hello}&variables={\"a\":1,\"a\":2}")]
    [InlineData("?query={hello}&extensions=1")]
    public async Task Given_parameters_that_are_no_request_When_asked_over_GET_Then_400(string parameters)
    {
        using var response = await _host.Client.GetAsync("/graphql" + parameters);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldBeRefusal("BAD_REQUEST");
    }

    [Fact]
    public async Task Given_G16_a_compressed_body_When_posted_Then_refused_unread()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            for (var i = 0; i < 64; i++) await gzip.WriteAsync(new byte[1024 * 1024]);
        packed.Length.ShouldBeLessThan(256 * 1024);

        foreach (var encoding in new[] { "gzip", "br", "deflate", "identity" })
        {
            var (status, body) = await Post(packed.ToArray(), encoding: encoding);
            status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
            body.ShouldBeRefusal("UNSUPPORTED_MEDIA_TYPE");
        }
    }

    [Theory]
    [InlineData("application/xml")]
    [InlineData("text/html")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("not a type")]
    public async Task Given_G18_an_answer_that_cannot_be_given_When_asked_Then_406(string accept)
    {
        var (status, body) = await Post("""{"query":"{hello}"}"""u8.ToArray(), accept: accept);
        status.ShouldBe(HttpStatusCode.NotAcceptable);
        body.ShouldBeRefusal("NOT_ACCEPTABLE");
    }
}
