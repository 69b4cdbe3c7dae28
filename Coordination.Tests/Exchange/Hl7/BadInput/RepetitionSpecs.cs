using System.Text;
using Coordination.Tests.Exchange.Hl7.Intake;
using Coordination.Tests.Harness;

namespace Coordination.Tests.Exchange.Hl7.BadInput;

/// <summary>The same control id again (H-18, H-19).</summary>
public sealed class RepetitionSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private readonly DemoMessage message = new("A01", HospitalFeed.NextIpp());

    [Fact]
    public async Task H18_Given_a_message_in_quarantine_When_it_is_sent_again_Then_the_answer_is_the_same_and_it_waits_once()
    {
        var bad = (message with { WithMovement = false }).Bytes;
        var first = await platform.SendAsync(bad);
        (await platform.SendAsync(bad)).ShouldBe(first);
        (await platform.KeptAsync(message.ControlId)).ShouldBe(["quarantined A01"]);
    }

    [Theory]
    [InlineData("HÔPITAL DE L'EST")]
    [InlineData(@"A\T\B")]
    public async Task H18_Given_a_sender_whose_name_is_accented_or_escaped_When_it_repeats_itself_Then_it_is_known_again(string sender)
    {
        await platform.FollowAsync(message.Ipp, HospitalFeed.Traits());
        var text = Encoding.UTF8.GetString(message.Bytes).With("MSH", 3, sender);
        var first = await platform.SendAsync(HospitalFeed.Utf8(text));
        first.ShouldContain("MSA|AA|");
        (await platform.SendAsync(HospitalFeed.Utf8(text))).ShouldBe(first);
        (await platform.AskAsync(HospitalFeed.Utf8(text.With("PV1", 44, "20261119100000")))).Verdict().ShouldBe("AE 205@MSH^1^10");
        (await platform.KeptAsync(message.ControlId)).ShouldBe(["applied A01"]);
    }

    [Fact]
    public async Task H19_Given_two_messages_with_one_control_id_When_both_come_by_one_link_Then_the_second_is_AE_205_and_the_first_stays()
    {
        await platform.FollowAsync(message.Ipp, HospitalFeed.Traits());
        (await platform.AskAsync(message.Bytes)).Verdict().ShouldBe("AA");
        var other = message with { Trigger = "A16", Expected = "20261127150000" };
        (await platform.AskAsync(other.Bytes)).Verdict().ShouldBe("AE 205@MSH^1^10");
        (await platform.KeptAsync(message.ControlId)).ShouldBe(["applied A01"]);
        (await platform.ReadLogsAsync()).ShouldContain($"A16 {message.ControlId} of demo: control id used again");
    }
}
