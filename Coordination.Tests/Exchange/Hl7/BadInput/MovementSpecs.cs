using System.Text;
using Coordination.Tests.Exchange.Hl7.Intake;
using Coordination.Tests.Harness;

namespace Coordination.Tests.Exchange.Hl7.BadInput;

/// <summary>Movements that do not fit (H-21 to H-25, H-29): always answered, never lost, nothing half written.</summary>
public sealed class MovementSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private readonly string ipp = HospitalFeed.NextIpp();

    private DemoMessage Message(string trigger) => new(trigger, ipp) { Visit = $"V{ipp}" };

    [Theory]
    [InlineData("A03")]
    [InlineData("A03 A03")]
    [InlineData("A13")]
    [InlineData("A01 A03 A13 A13")]
    [InlineData("A01 A11 A11")]
    [InlineData("A12")]
    [InlineData("A25")]
    [InlineData("A22")]
    [InlineData("A38")]
    [InlineData("A08")]
    public async Task H21_Given_movements_out_of_order_When_received_Then_each_is_AA_and_none_is_lost(string triggers)
    {
        await platform.FollowAsync(ipp, HospitalFeed.Traits());
        foreach (var trigger in triggers.Split(' '))
        {
            var message = Message(trigger);
            if (trigger is "A11" or "A12" or "A13" or "A22" or "A25" or "A38") message = message with { Zbe4 = trigger == "A22" ? "INSERT" : "CANCEL" };
            (await platform.AskAsync(message.Bytes))["MSA"].Field(1).Text.ShouldBe("AA");
            (await platform.KeptAsync(message.ControlId)).ShouldHaveSingleItem().ShouldBeOneOf($"applied {trigger}", $"parked {trigger}");
        }
    }

    [Theory]
    [InlineData("A40", "ADT_A39", "UNKNOWN1")]
    [InlineData("A40", "ADT_A39", "itself")]
    [InlineData("A47", "ADT_A30", "UNKNOWN1")]
    [InlineData("A44", "ADT_A43", "UNKNOWN1")]
    public async Task H21_Given_a_merge_with_an_unknown_number_or_with_itself_When_received_Then_AA_and_it_is_kept(string trigger, string structure, string merged)
    {
        await platform.FollowAsync(ipp, HospitalFeed.Traits());
        var message = Message(trigger) with { WithMovement = false };
        var text = Encoding.UTF8.GetString(message.Bytes).With("MSH", 9, $"ADT^{trigger}^{structure}").Without("PV1").Without("PV2")
            + $"MRG|{(merged == "itself" ? ipp : merged)}^^^CHD&470990011&N^PI\r";
        (await platform.AskAsync(HospitalFeed.Utf8(text)))["MSA"].Field(1).Text.ShouldBe("AA");
        (await platform.KeptAsync(message.ControlId)).ShouldHaveSingleItem().ShouldBeOneOf($"applied {trigger}", $"parked {trigger}");
    }

    [Theory]
    [InlineData("A25", "CANCEL", "A16")]
    [InlineData("A13", "CANCEL", "A03")]
    [InlineData("Z99", "UPDATE", "A02")]
    public async Task H22_Given_an_unknown_movement_When_it_is_corrected_or_cancelled_Then_it_is_parked(string trigger, string action, string original)
    {
        await platform.FollowAsync(ipp, HospitalFeed.Traits());
        var message = Message(trigger) with { Zbe4 = action, Zbe6 = original, Movement = "NEVER-SEEN" };
        (await platform.AskAsync(message.Bytes)).Verdict().ShouldBe("AA");
        (await platform.KeptAsync(message.ControlId)).ShouldBe([$"parked {trigger}"]);
    }

    [Theory]
    [InlineData("PV1", 45, "20261101100000", "AE 207@PV1^1^45")]
    [InlineData("EVN", 2, "20361123090000", "AE 102@EVN^1^2")]
    [InlineData("EVN", 2, "18991123090000", "AE 102@EVN^1^2")]
    [InlineData("EVN", 2, "20260230", "AE 102@EVN^1^2")]
    [InlineData("EVN", 2, "2026", "AE 102@EVN^1^2")]
    [InlineData("EVN", 2, "20261123090000+9900", "AE 102@EVN^1^2")]
    [InlineData("EVN", 6, "20260230", "AE 102@EVN^1^6")]
    [InlineData("ZBE", 2, "20261123250000", "AE 102@ZBE^1^2")]
    [InlineData("PV2", 9, "demain", "AE 102@PV2^1^9")]
    public async Task H23_H24_Given_an_impossible_time_When_received_Then_AE_names_it_and_no_fact_of_the_stay_is_written(string segment, int field, string value, string verdict)
    {
        await platform.FollowAsync(ipp, HospitalFeed.Traits());
        // Whether she is somebody's duplicate is looked at after her registration.
        await platform.SettleAsync();
        var before = await platform.CountAsync<long>("select count(*) from mt_events");
        var message = Message("A16") with { Expected = "20261127150000" };
        (await platform.AskAsync(HospitalFeed.Utf8(Encoding.UTF8.GetString(message.Bytes).With(segment, field, value)))).Verdict().ShouldBe(verdict);
        (await platform.KeptAsync(message.ControlId)).ShouldBe(["quarantined A16"]);
        (await platform.CountAsync<long>("select count(*) from mt_events")).ShouldBe(before);
    }

    [Theory]
    [InlineData(@"DU\X0D\MSH|RAND")]
    [InlineData(@"DU\X0D\ZBE\F\M9\F\20261123\F\\F\CANCEL")]
    [InlineData(@"DU\Z\RAND\")]
    [InlineData(@"DU\X00\RAND")]
    [InlineData(@"DU\.br\RAND\E\\R\\S\\T\")]
    public async Task H25_Given_an_escape_that_looks_like_a_segment_When_received_Then_it_is_text_of_one_message(string name)
    {
        await platform.FollowAsync(ipp, HospitalFeed.Traits());
        var message = Message("A01");
        var text = Encoding.UTF8.GetString(message.Bytes).With("PID", 5, $"{name}^JEANNE^^^^^L").Replace("MSH|RAND", "MSHRAND", StringComparison.Ordinal);
        (await platform.AskAsync(HospitalFeed.Utf8(text))).Verdict().ShouldBe("AA");
        (await platform.KeptAsync(message.ControlId)).ShouldBe(["applied A01"]);
    }

    [Theory]
    [InlineData("OBX|1|ED|X||^^^Base64^QUJDR", "AE 102@OBX^1^5")]
    [InlineData("1 MB", "AE 199@OBX^1^5")]
    [InlineData("pid|1", "AE 100@segment 7")]
    public async Task H29_Given_an_attachment_too_large_or_cut_When_received_Then_AE_names_the_field(string extra, string verdict)
    {
        var segment = extra == "1 MB" ? $"OBX|1|ED|X||^^^Base64^{new string('A', 1024 * 1024)}" : extra;
        (await platform.AskAsync((Message("A01") with { Extra = segment }).Bytes)).Verdict().ShouldBe(verdict);
    }

    [Fact]
    public async Task H29_Given_a_thousand_bad_segments_When_received_Then_the_answer_stays_small_and_is_AE()
    {
        var segments = string.Join('\r', Enumerable.Repeat("ZBE||demain|x|DELETE|?", 1_000));
        var ack = await platform.AskAsync((Message("A01") with { Extra = segments }).Bytes);
        ack["MSA"].Field(1).Text.ShouldBe("AE");
        ack.All("ERR").Count().ShouldBeLessThanOrEqualTo(100);
    }
}
