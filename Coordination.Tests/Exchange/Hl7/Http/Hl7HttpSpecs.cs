using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Coordination.Api.Security.Development;
using Coordination.Tests.Exchange.Hl7.BadInput;
using Coordination.Tests.Exchange.Hl7.Intake;
using Coordination.Domain.Directory;
using Coordination.Tests.Harness;

namespace Coordination.Tests.Exchange.Hl7.Http;

/// <summary>HL7 over HTTP in Development: the same intake, and every way to send it wrongly.</summary>
public sealed class Hl7HttpSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string Type = "application/hl7-v2";
    private readonly DemoMessage message = new("A01", HospitalFeed.NextIpp());

    [Theory]
    [InlineData(Type)]
    [InlineData("Application/HL7-V2; charset=utf-8")]
    [InlineData("x-application/hl7-v2+er7")]
    public async Task Given_a_message_When_posted_Then_its_acknowledgement_is_the_answer_and_it_is_kept_once_with_MLLP(string type)
    {
        await platform.FollowAsync(message.Ipp, HospitalFeed.Traits());
        using var response = await PostAsync(message.Bytes, type);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(Type);
        var ack = await response.Content.ReadAsStringAsync();
        ack.ShouldContain($"MSA|AA|{message.ControlId}");
        (await platform.SendAsync(message.Bytes)).ShouldBe(ack);
        (await platform.KeptAsync(message.ControlId)).ShouldBe(["applied A01"]);
    }

    [Fact]
    public async Task Given_a_message_that_is_refused_When_posted_Then_it_is_200_with_AE_or_AR()
    {
        (await AckAsync((message with { WithMovement = false }).Bytes)).ShouldContain("MSA|AE|");
        (await AckAsync((message with { Version = "2.3", ControlId = HospitalFeed.NextIpp() }).Bytes)).ShouldContain("MSA|AR|");
        (await AckAsync([])).ShouldContain("MSA|AR|");
        (await AckAsync("\u000bMSH|^~\\&|\u001c\r"u8.ToArray())).ShouldContain("MSA|AR|");
    }

    [Fact]
    public async Task Given_8859_15_in_MSH_18_When_posted_Then_the_charset_of_the_request_is_not_looked_at()
    {
        var text = Encoding.UTF8.GetString(message.Bytes).With("MSH", 18, "8859/15").Replace("JEANNE", "HÉLÈNE", StringComparison.Ordinal);
        (await AckAsync(Encoding.Latin1.GetBytes(text), "application/hl7-v2; charset=utf-8")).ShouldContain("MSA|AA|");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("")]
    public async Task Given_another_type_When_posted_Then_415_and_nothing_is_kept(string type)
    {
        using var response = await PostAsync(message.Bytes, type);
        await ShouldBeProblemAsync(response, HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE");
        (await platform.KeptAsync(message.ControlId)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_a_compressed_body_When_posted_Then_415()
    {
        using var request = Request(message.Bytes, Type);
        request.Content!.Headers.ContentEncoding.Add("gzip");
        using var client = platform.Client(null);
        using var response = await client.SendAsync(request);
        await ShouldBeProblemAsync(response, HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("OPTIONS")]
    [InlineData("DELETE")]
    public async Task Given_another_method_When_asked_Then_405_with_Allow(string method)
    {
        using var client = platform.Client(null);
        using var request = new HttpRequestMessage(new HttpMethod(method), "/hl7v2");
        using var response = await client.SendAsync(request);
        await ShouldBeProblemAsync(response, HttpStatusCode.MethodNotAllowed, "METHOD_NOT_ALLOWED");
        response.Content.Headers.Allow.ShouldBe(["POST"]);
    }

    [Theory]
    [InlineData("Content-Length: 3000000\r\n", "")]
    [InlineData("Transfer-Encoding: chunked\r\n", "300000")]
    public async Task Given_more_than_the_limit_When_announced_or_streamed_Then_413_and_the_next_message_is_received(string header, string chunk)
    {
        var head = $"POST /hl7v2 HTTP/1.1\r\nHost: localhost\r\nContent-Type: {Type}\r\n{header}\r\n";
        var body = chunk.Length == 0 ? [] : (byte[])[.. Encoding.ASCII.GetBytes($"{chunk}\r\n"), .. new byte[0x300000]];
        (await RawAsync(head, body)).ShouldStartWith("HTTP/1.1 413 ");
        (await AckAsync(message.Bytes)).ShouldContain("MSA|AA|");
    }

    [Fact]
    public async Task Given_a_body_that_does_not_come_When_waited_for_Then_408_and_nothing_is_kept()
    {
        var head = $"POST /hl7v2 HTTP/1.1\r\nHost: localhost\r\nContent-Type: {Type}\r\nContent-Length: {message.Bytes.Length}\r\n\r\n";
        (await RawAsync(head, message.Bytes[..100])).ShouldStartWith("HTTP/1.1 408 ");
        (await platform.KeptAsync(message.ControlId)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_a_page_of_another_site_When_its_browser_posts_without_a_token_Then_401()
    {
        using var client = platform.Client(null);
        using var request = Request(message.Bytes, Type);
        request.Headers.Add("Origin", "https://elsewhere.example");
        using var response = await client.SendAsync(request);
        await ShouldBeProblemAsync(response, HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        (await platform.KeptAsync(message.ControlId)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_a_token_When_it_is_no_interfaces_Then_403_and_an_interfaces_is_served()
    {
        foreach (var (user, status) in DemoUsers.All.Select(u => (u.Value, u.Value.Role == Role.Interface ? HttpStatusCode.OK : HttpStatusCode.Forbidden)))
        {
            using var client = platform.Client(user);
            using var response = await client.SendAsync(Request(message.Bytes, Type));
            response.StatusCode.ShouldBe(status, user.Role.ToString());
            if (status == HttpStatusCode.Forbidden) await ShouldBeProblemAsync(response, status, "FORBIDDEN");
        }

        using var broken = platform.Client(null);
        broken.DefaultRequestHeaders.Authorization = new("Bearer", "broken");
        using var refused = await broken.SendAsync(Request(message.Bytes, Type));
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private Task<HttpResponseMessage> PostAsync(byte[] body, string type) => platform.Client(null).SendAsync(Request(body, type));

    private async Task<string> AckAsync(byte[] body, string type = Type)
    {
        using var response = await PostAsync(body, type);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.Content.ReadAsStringAsync();
    }

    private static HttpRequestMessage Request(byte[] body, string type)
    {
        var content = new ByteArrayContent(body);
        if (type.Length > 0) content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return new(HttpMethod.Post, "/hl7v2") { Content = content };
    }

    internal static async Task ShouldBeProblemAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        ((string)problem["code"]!).ShouldBe(code);
        ((int)problem["status"]!).ShouldBe((int)status);
        ((string)problem["detail"]!).ShouldNotBeEmpty();
    }

    // The server may close before everything is written: what it said is still there to be read.
    private async Task<string> RawAsync(string head, byte[] body)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, platform.Address.Port);
        var sending = SendAsync(socket, (byte[])[.. Encoding.ASCII.GetBytes(head), .. body]);
        using var limit = new CancellationTokenSource(MllpPeer.Patience);
        var buffer = new byte[4096];
        var count = await socket.ReceiveAsync(buffer, SocketFlags.None, limit.Token);
        socket.Close();
        await sending;
        return Encoding.ASCII.GetString(buffer, 0, count);
    }

    private static async Task SendAsync(Socket socket, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            while (!bytes.IsEmpty) bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None)..];
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Closed on purpose.
        }
    }
}
