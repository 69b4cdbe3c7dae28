using System.Text;
using Coordination.Api.Exchange.Hl7.Intake;
using Coordination.Api.Security.Development;
using Coordination.Tests.Exchange.Hl7.Intake;
using Coordination.Tests.Harness;

namespace Coordination.Tests.Exchange.Hl7.BadInput;

/// <summary>Bytes and headers (H-09 to H-20, H-27, H-30), from the socket to what is kept.</summary>
public sealed class HeaderSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private readonly DemoMessage message = new("A01", HospitalFeed.NextIpp());

    private string Text => Encoding.UTF8.GetString(message.Bytes);

    [Fact]
    public async Task H09_Given_latin_bytes_declared_UTF8_When_received_Then_AE_names_the_charset_and_the_bytes_wait_unchanged()
    {
        var bytes = Encoding.Latin1.GetBytes(Text.Replace("JEANNE^JEANNE", "HÉLÈNE^HÉLÈNE", StringComparison.Ordinal));
        var ack = await platform.AskAsync(bytes);
        ack.Verdict().ShouldBe("AE 102@MSH^1^18");
        ack["ERR"].Field(8).Text.ShouldContain("UNICODE UTF-8");
        (await platform.KeptAsync(message.ControlId)).ShouldBe(["quarantined A01"]);
    }

    [Theory]
    [InlineData("UNICODE UTF-8", "utf-8")]
    [InlineData("unicode utf-8", "utf-8")]
    [InlineData("UTF8", "utf-8")]
    [InlineData("", "utf-8")]
    [InlineData("", "iso-8859-15")]
    [InlineData("8859/1", "iso-8859-1")]
    [InlineData("8859/15", "iso-8859-15")]
    [InlineData("8859/15~UNICODE UTF-8", "iso-8859-15")]
    public async Task H10_H11_Given_a_charset_declared_or_not_When_an_accented_message_is_about_a_followed_person_Then_it_is_applied(string declared, string encoding)
    {
        await platform.FollowAsync(message.Ipp, HospitalFeed.Traits());
        var charset = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        var text = Text.With("MSH", 18, declared).Replace("JEANNE", "HÉLÈNE", StringComparison.Ordinal);
        (await platform.AskAsync(charset.GetBytes(text))).Verdict().ShouldBe("AA");
        (await platform.KeptAsync(message.ControlId)).ShouldBe(["applied A01"]);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task H12_Given_other_line_ends_When_received_Then_they_are_tolerated(string end) =>
        (await platform.AskAsync(HospitalFeed.Utf8(Text.Replace("\r", end, StringComparison.Ordinal)))).Verdict().ShouldBe("AA");

    [Theory]
    [InlineData("")]
    [InlineData("MS")]
    [InlineData("MSH")]
    [InlineData("MSH|^~")]
    [InlineData("PID|1||X")]
    [InlineData("BHS|^~\\&|GAM\rMSH|^~\\&|GAM|CHD|DPI|CHD|20261123090000||ADT^A01|1|T|2.5\r")]
    public async Task H13_Given_no_usable_header_When_received_Then_AR_and_no_body_is_kept(string text)
    {
        var ack = await platform.AskAsync(HospitalFeed.Utf8(text));
        ack.Verdict().ShouldBe("AR 100@MSH^1^2");
        ack["MSA"].Field(2).Text.ShouldBe("");
    }

    [Fact]
    public async Task H13_Given_a_link_for_every_sender_or_not_When_there_is_no_header_Then_the_answer_is_the_same()
    {
        await using var strict = new StrictSenders(platform);
        await strict.EnterAsync();
        (await platform.AskAsync("hello"u8.ToArray())).Verdict().ShouldBe("AR 100@MSH^1^2");
        var ack = await platform.AskAsync(HospitalFeed.Utf8(Text.With("MSH", 3, "NOBODY")));
        ack.Verdict().ShouldBe("AE 204@MSH^1^3");
        (await platform.KeptAsync(message.ControlId)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("|^~\\&", "#*~\\&")]
    [InlineData("|^~\\&", "+:;!,")]
    [InlineData("|^~\\&", "|.~\\&")]
    public async Task H13_Given_other_separators_When_received_Then_the_message_is_read_and_answered_with_them(string ours, string theirs)
    {
        // A separator is no longer text: a version written with one more component is still 2.5 only when its point is escaped.
        var text = string.Concat(Text.Replace("2.5^", theirs.Contains('.', StringComparison.Ordinal) ? "2\\X2E\\5^" : "2.5^", StringComparison.Ordinal)
            .Replace("2.11", "2", StringComparison.Ordinal).Select(c => ours.IndexOf(c, StringComparison.Ordinal) is >= 0 and var i ? theirs[i] : c));
        var ack = await platform.AskAsync(HospitalFeed.Utf8(text));
        (ack.Separators.Field, ack["MSA"].Field(1).Text, ack["MSA"].Field(2).Text).ShouldBe((theirs[0], "AA", message.ControlId));
        ack["MSH"].Field(12).Component(1).Text.ShouldBe("2.5");
        ack["MSH"].Field(7).Text.Length.ShouldBe(19);
    }

    [Theory]
    [InlineData("PID", "AE 101@PID 101@PID^1^18")]
    [InlineData("PV1", "AE 101@PV1")]
    [InlineData("ZBE", "AE 101@ZBE")]
    [InlineData("EVN", "AE 101@EVN^1^2")]
    public async Task H14_Given_a_movement_without_a_segment_When_received_Then_AE_names_it_and_it_waits_in_quarantine(string segment, string verdict)
    {
        (await platform.AskAsync(HospitalFeed.Utf8(Text.Without(segment)))).Verdict().ShouldBe(verdict);
        (await platform.KeptAsync(message.ControlId)).ShouldBe(["quarantined A01"]);
    }

    [Theory]
    [InlineData("ADT^A01", "AA")]
    [InlineData("ADT^Z42^ADT_A01", "AA 201@MSH^1^9^1^2")]
    [InlineData("adt^a01^adt_a01", "AR 200@MSH^1^9")]
    [InlineData("ORU^R01^ORU_R01", "AR 200@MSH^1^9")]
    [InlineData("ADT^DURAND JEANNE", "AR 200@MSH^1^9")]
    [InlineData("", "AR 200@MSH^1^9")]
    public async Task H16_Given_another_event_When_received_Then_it_is_answered_by_its_kind_and_only_a_trace_stays(string type, string verdict)
    {
        (await platform.AskAsync(HospitalFeed.Utf8(Text.With("MSH", 9, type)))).Verdict().ShouldBe(verdict);
        (await platform.KeptAsync(message.ControlId)).ShouldHaveSingleItem().ShouldStartWith("trace");
        (await platform.CountAsync<long>("select count(*) from hl7_message where trigger like '%DURAND%'")).ShouldBe(0);
    }

    [Fact]
    public async Task H17_Given_a_control_id_that_is_none_When_received_Then_AR_and_the_port_stays_open()
    {
        var random = new Random(17);
        var endless = new string([.. Enumerable.Range(0, 20_000).Select(_ => (char)random.Next('a', 'z'))]);
        foreach (var (id, verdict) in new[] { ("", "AR 101@MSH^1^10"), (endless, "AR 102@MSH^1^10"), (@"1\X0A\2", "AR 102@MSH^1^10") })
            (await platform.AskAsync(HospitalFeed.Utf8(Text.With("MSH", 10, id)))).Verdict().ShouldBe(verdict);
        foreach (var field in new[] { 3, 4 })
            (await platform.AskAsync(HospitalFeed.Utf8(Text.With("MSH", field, endless)))).Verdict().ShouldBe($"AR 102@MSH^1^{field}");
        (await platform.AskAsync(message.Bytes)).Verdict().ShouldBe("AA");
    }

    [Fact]
    public async Task H20_H27_Given_a_production_link_When_test_messages_or_matricules_come_Then_they_are_refused()
    {
        await platform.Get<InterfaceLinks>().SaveAsync(new("production", DemoUsers.Hospital, "GAMP", "CHD", Test: false), default);
        var text = Text.With("MSH", 3, "GAMP");
        foreach (var mode in (string[])["T", "D", "X", ""])
            (await platform.AskAsync(HospitalFeed.Utf8(text.With("MSH", 10, $"{message.ControlId}{mode}").With("MSH", 11, mode)))).Verdict().ShouldBe("AR 202@MSH^1^11");
        (await platform.KeptAsync(message.ControlId + "D")).ShouldBe(["trace A01"]);
        var production = text.With("MSH", 11, "P");
        var ins = production.With("PID", 3, $"{message.Ipp}^^^CHD&{DemoUsers.Hospital.Value}&N^PI~279035121518989^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS");
        (await platform.AskAsync(HospitalFeed.Utf8(ins))).Verdict().ShouldBe("AE 103@PID^1^3");
        (await platform.AskAsync(HospitalFeed.Utf8(production.With("MSH", 10, HospitalFeed.NextIpp())))).Verdict().ShouldBe("AA");
    }

    [Fact]
    public async Task H30_Given_an_acknowledgement_instead_of_a_message_When_received_Then_it_is_refused_once_and_never_loops()
    {
        var ack = await platform.AskAsync(HospitalFeed.Utf8($"MSH|^~\\&|GAM|CHD|DPI|CHD|20261123090000||ACK^A01^ACK|{message.ControlId}|T|2.5\rMSA|AA|UNKNOWN-1\r"));
        ack.Verdict().ShouldBe("AR 200@MSH^1^9");
        (await platform.KeptAsync(message.ControlId)).ShouldHaveSingleItem().ShouldStartWith("trace");
    }
}
