using System.Text;
using Coordination.Api.Exchange.Hl7.Mllp;

namespace Coordination.Tests.Exchange.Hl7;

public sealed class MllpListenerSpecs
{
    private const string First = "\u000bACK:one\u001c\r";
    private const string Second = "\u000bACK:two\u001c\r";

    [Fact]
    public async Task Given_a_frame_in_one_byte_packets_When_received_Then_one_answer_comes()
    {
        await using var peer = await MllpPeer.StartAsync();
        foreach (var b in MllpPeer.Frame("one")) await peer.SendAsync(new[] { b });
        (await peer.ReceiveAsync(First.Length)).ShouldBe(First);
        peer.Listener.Statistics.Frames.ShouldBe(1);
    }

    [Fact]
    public async Task Given_two_frames_in_one_packet_When_received_Then_two_answers_come_in_order()
    {
        await using var peer = await MllpPeer.StartAsync();
        await peer.SendAsync((byte[])[.. MllpPeer.Frame("one"), .. MllpPeer.Frame("two")]);
        (await peer.ReceiveAsync((First + Second).Length)).ShouldBe(First + Second);
    }

    [Fact]
    public async Task Given_bytes_between_frames_When_received_Then_they_are_dropped_and_counted()
    {
        await using var peer = await MllpPeer.StartAsync();
        await peer.SendAsync((byte[])[.. "\r\n"u8, .. MllpPeer.Frame("one"), .. "junk"u8, .. MllpPeer.Frame("two")]);
        (await peer.ReceiveAsync((First + Second).Length)).ShouldBe(First + Second);
        peer.Listener.Statistics.JunkBytes.ShouldBe(6);
    }

    [Fact]
    public async Task Given_a_start_byte_inside_a_frame_When_received_Then_the_frame_begins_anew()
    {
        await using var peer = await MllpPeer.StartAsync();
        await peer.SendAsync((byte[])[0x0B, .. "half a mess"u8, .. MllpPeer.Frame("one")]);
        (await peer.ReceiveAsync(First.Length)).ShouldBe(First);
        peer.Listener.Statistics.Resyncs.ShouldBe(1);
    }

    [Fact]
    public async Task Given_an_end_without_its_carriage_return_When_the_next_frame_starts_Then_both_are_read()
    {
        await using var peer = await MllpPeer.StartAsync();
        await peer.SendAsync((byte[])[.. MllpPeer.Frame("one").AsSpan(0, 5), .. MllpPeer.Frame("two")]);
        (await peer.ReceiveAsync((First + Second).Length)).ShouldBe(First + Second);
    }

    [Fact]
    public async Task Given_a_frame_of_20_MB_When_received_Then_it_is_refused_and_the_connection_closed()
    {
        await using var peer = await MllpPeer.StartAsync(o => o with { OversizeAnswer = head => "refused"u8.ToArray() });
        var sending = peer.SendAsync((byte[])[0x0B, .. new byte[20 * 1024 * 1024]]);
        (await peer.ReceiveUntilClosedAsync()).ShouldBe("\u000brefused\u001c\r");
        await sending;
        peer.Listener.Statistics.Oversize.ShouldBe(1);
    }

    [Fact]
    public async Task Given_a_frame_without_end_When_silence_lasts_Then_the_connection_is_closed_unanswered()
    {
        await using var peer = await MllpPeer.StartAsync(o => o with { IdleTimeout = TimeSpan.FromMilliseconds(100) });
        await peer.SendAsync((byte[])[0x0B, .. "half"u8]);
        (await peer.ReceiveUntilClosedAsync()).ShouldBe("");
        (peer.Listener.Statistics.Timeouts, peer.Listener.Statistics.Frames).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Given_a_TLS_hello_When_received_Then_the_connection_is_closed()
    {
        await using var peer = await MllpPeer.StartAsync();
        await peer.SendAsync(new byte[] { 0x16, 0x03, 0x01, 0x00, 0x10, 0x01 });
        (await peer.ReceiveUntilClosedAsync()).ShouldBe("");
        peer.Listener.Statistics.TlsHellos.ShouldBe(1);
    }

    [Fact]
    public async Task Given_endless_junk_When_received_Then_the_connection_is_closed()
    {
        await using var peer = await MllpPeer.StartAsync();
        await peer.SendAsync(new byte[65 * 1024]);
        (await peer.ReceiveUntilClosedAsync()).ShouldBe("");
        peer.Listener.Statistics.JunkBytes.ShouldBeGreaterThan(64 * 1024);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Given_a_handler_without_answer_When_a_frame_comes_Then_the_sender_learns_it_by_the_close(bool throws)
    {
        await using var peer = await MllpPeer.StartAsync(
            handler: (_, _) => throws ? throw new InvalidOperationException("no database") : Task.FromResult<ReadOnlyMemory<byte>?>(null));
        using var client = await MllpClient.ConnectAsync("127.0.0.1", peer.Listener.EndPoint.Port);
        await Should.ThrowAsync<MllpClosedException>(() => client.SendAsync("one"u8.ToArray(), MllpPeer.Patience));
        peer.Listener.Statistics.Unanswered.ShouldBe(1);
    }

    [Fact]
    public async Task Given_many_connections_When_all_send_Then_each_gets_its_own_answers_in_order()
    {
        await using var peer = await MllpPeer.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(async n =>
        {
            using var client = await MllpClient.ConnectAsync("127.0.0.1", peer.Listener.EndPoint.Port);
            for (var i = 0; i < 25; i++)
                Encoding.UTF8.GetString(await client.SendAsync(Encoding.UTF8.GetBytes($"{n}-{i}"), MllpPeer.Patience)).ShouldBe($"ACK:{n}-{i}");
        }));
        peer.Listener.Statistics.Frames.ShouldBe(1_000);
    }

    [Fact]
    public async Task Given_a_request_under_way_When_stopped_Then_it_is_answered_and_idle_connections_close()
    {
        var entered = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        await using var peer = await MllpPeer.StartAsync(handler: async (request, token) =>
        {
            entered.SetResult();
            await release.Task;
            return await MllpPeer.Echo(request, token);
        });
        using var idle = await MllpClient.ConnectAsync("127.0.0.1", peer.Listener.EndPoint.Port);
        await peer.SendAsync(MllpPeer.Frame("one"));
        await entered.Task;
        var stopping = peer.Listener.StopAsync();
        release.SetResult();
        (await peer.ReceiveUntilClosedAsync()).ShouldBe(First);
        await stopping;
        peer.Listener.Statistics.OpenConnections.ShouldBe(0);
    }

    [Fact]
    public async Task Given_no_answer_in_time_When_waiting_Then_it_is_a_timeout()
    {
        var never = new TaskCompletionSource<ReadOnlyMemory<byte>?>();
        await using var peer = await MllpPeer.StartAsync(o => o with { DrainTimeout = TimeSpan.FromMilliseconds(50) }, (_, token) => never.Task.WaitAsync(token));
        using var client = await MllpClient.ConnectAsync("127.0.0.1", peer.Listener.EndPoint.Port);
        await Should.ThrowAsync<TimeoutException>(() => client.SendAsync("one"u8.ToArray(), TimeSpan.FromMilliseconds(100)));
    }
}
