using System.Text;
using Coordination.Api.Exchange.Hl7.Mllp;
using Coordination.Tests.Exchange.Hl7.Intake;
using Coordination.Tests.Harness;

namespace Coordination.Tests.Exchange.Hl7.BadInput;

/// <summary>Frames that are not frames, on the platform's own port (H-01 to H-08).</summary>
public sealed class FrameSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private readonly DemoMessage message = new("A01", HospitalFeed.NextIpp());

    private byte[] Framed => MllpFrames.Wrap(message.Bytes);

    [Fact]
    public async Task H01_Given_a_message_without_its_start_byte_When_a_framed_one_follows_Then_only_the_second_is_answered_and_kept()
    {
        var bare = message with { ControlId = HospitalFeed.NextIpp() };
        var acks = await platform.ExchangeAsync(1, [.. bare.Bytes, 0x1C, 0x0D], Framed);
        acks.ShouldHaveSingleItem()["MSA"].Field(2).Text.ShouldBe(message.ControlId);
        (await platform.KeptAsync(bare.ControlId)).ShouldBeEmpty();
        (await platform.KeptAsync(message.ControlId)).ShouldBe(["trace A01"]);
    }

    [Fact]
    public async Task H02_Given_a_frame_that_never_ends_When_silence_lasts_Then_it_is_closed_unanswered_long_before_an_idle_connection()
    {
        await using var peer = await MllpPeer.StartAsync(o => o with { FrameTimeout = TimeSpan.FromMilliseconds(100) });
        await peer.SendAsync(Framed.AsMemory(0, 200));
        (await peer.ReceiveUntilClosedAsync()).ShouldBe("");
        (peer.Listener.Statistics.Timeouts, peer.Listener.Statistics.Frames).ShouldBe((1, 0));
    }

    [Fact]
    public async Task H02_Given_a_frame_cut_by_the_senders_close_When_the_next_connection_sends_it_whole_Then_it_is_received_once()
    {
        await platform.ExchangeAsync(0, Framed[..^2]);
        var acks = await platform.ExchangeAsync(1, Framed);
        acks.ShouldHaveSingleItem().Verdict().ShouldBe("AA");
        (await platform.KeptAsync(message.ControlId)).ShouldBe(["trace A01"]);
    }

    [Fact]
    public async Task H03_Given_a_message_of_the_demo_hospital_in_one_byte_packets_When_received_Then_it_is_one_message()
    {
        var acks = await platform.ExchangeAsync(1, [.. Framed.Select(b => new[] { b })]);
        acks.ShouldHaveSingleItem().Verdict().ShouldBe("AA");
    }

    [Fact]
    public async Task H04_Given_two_messages_in_one_packet_When_received_Then_both_are_answered_in_order()
    {
        var second = message with { ControlId = HospitalFeed.NextIpp(), Trigger = "A02" };
        var acks = await platform.ExchangeAsync(2, [.. Framed, .. MllpFrames.Wrap(second.Bytes)]);
        acks.Select(a => a["MSA"].Field(2).Text).ShouldBe([message.ControlId, second.ControlId]);
        acks.Select(a => a["MSH"].Field(9).Raw.ToString()).ShouldBe(["ACK^A01^ACK", "ACK^A02^ACK"]);
    }

    [Fact]
    public async Task H06_Given_a_frame_of_20_MB_When_received_Then_AR_names_its_message_the_connection_closes_and_the_next_one_is_served()
    {
        var huge = new byte[20 * 1024 * 1024];
        Array.Fill(huge, (byte)'A');
        var acks = await platform.ExchangeAsync(2, [0x0B, .. message.Bytes, .. "OBX|1|ED|X||"u8, .. huge]);
        var ack = acks.ShouldHaveSingleItem();
        ack.Verdict().ShouldBe("AR 199@MSH");
        ack["MSA"].Field(2).Text.ShouldBe(message.ControlId);
        (await platform.KeptAsync(message.ControlId)).ShouldBeEmpty();
        (await platform.ExchangeAsync(1, Framed)).ShouldHaveSingleItem().Verdict().ShouldBe("AA");
    }

    [Fact]
    public async Task H07_Given_a_start_byte_inside_a_message_When_received_Then_what_was_before_it_is_dropped()
    {
        var half = message with { ControlId = HospitalFeed.NextIpp() };
        var acks = await platform.ExchangeAsync(1, [0x0B, .. half.Bytes.AsSpan(0, 300), .. Framed]);
        acks.ShouldHaveSingleItem()["MSA"].Field(2).Text.ShouldBe(message.ControlId);
        (await platform.KeptAsync(half.ControlId)).ShouldBeEmpty();
    }

    [Fact]
    public async Task H08_Given_a_TLS_hello_on_the_clear_port_When_received_Then_it_is_closed_and_others_are_served()
    {
        (await platform.ExchangeAsync(1, Encoding.Latin1.GetBytes("\u0016\u0003\u0001\u0000\u0005\u0001\u0000\u0000\u0001\u0003"))).ShouldBeEmpty();
        (await platform.ExchangeAsync(1, Framed)).ShouldHaveSingleItem().Verdict().ShouldBe("AA");
    }
}
