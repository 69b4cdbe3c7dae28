using System.Text;
using Coordination.Api.Exchange.Hl7.Wire;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Exchange.Hl7;

public sealed class WireSpecs
{
    private const string Head = @"MSH|^~\&|A|B|C|D|20261116101500||ADT^A01^ADT_A01|1|T|2.5|||||FRA|";

    [Theory]
    [InlineData("UNICODE UTF-8", "utf-8")]
    [InlineData("8859/1", "iso-8859-1")]
    [InlineData("8859/15", "iso-8859-15")]
    public void Given_a_declared_charset_When_read_Then_accents_are_right(string declared, string encoding)
    {
        var charset = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        var message = Parse(charset.GetBytes($"{Head}{declared}\rPID|||||Hélène\r"))!;
        message["PID"].Field(5).Text.ShouldBe("Hélène");
    }

    [Fact]
    public void Given_no_charset_When_bytes_are_not_utf8_Then_8859_15_is_read()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("iso-8859-15")!.GetBytes($"{Head}\rPID|||||cœur €\r");
        Parse(bytes)!["PID"].Field(5).Text.ShouldBe("cœur €");
    }

    [Theory]
    [InlineData("UNICODE UTF-8", "PID|||||Hélène", Hl7FaultKind.InvalidBytes)]
    [InlineData("KOI8-R", "PID|1", Hl7FaultKind.UnknownCharset)]
    [InlineData("8859/1", "PID|a\u0000b", Hl7FaultKind.ControlCharacter)]
    [InlineData("8859/1", "PID|a\u0085b", Hl7FaultKind.InvalidBytes)]
    [InlineData("8859/1", "no segment", Hl7FaultKind.SegmentName)]
    public void Given_bytes_that_break_a_rule_When_read_Then_the_fault_names_it(string declared, string line, Hl7FaultKind kind)
    {
        Hl7Parser.Parse(Encoding.Latin1.GetBytes($"{Head}{declared}\r{line}\r"), Hl7Reading.Default, out var fault).ShouldBeNull();
        fault!.Kind.ShouldBe(kind);
    }

    [Theory]
    [InlineData("\r")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Given_any_line_end_When_read_Then_segments_are_the_same(string end)
    {
        var message = Parse(Encoding.UTF8.GetBytes(string.Join(end, Head, "PID|1", " ZBE|7", "", "")))!;
        message.Segments.Select(s => s.Name).ShouldBe(["MSH", "PID", "ZBE"]);
        message["ZBE"].Field(1).Text.ShouldBe("7");
    }

    [Fact]
    public void Given_a_strict_link_When_lines_end_with_LF_Then_it_is_a_fault()
    {
        var strict = Hl7Reading.Default with { ToleratesLineFeed = false };
        Hl7Parser.Parse(Encoding.UTF8.GetBytes(Head + "\nPID|1"), strict, out var fault).ShouldBeNull();
        fault!.Kind.ShouldBe(Hl7FaultKind.LineEnd);
    }

    [Fact]
    public void Given_other_separators_When_read_Then_they_are_used()
    {
        var message = Parse("MSH#*~!&#A#B#C#D#2026##ADT*A01#1#T#2.5\rPID###12*a&b~13\r"u8)!;
        message["PID"].Field(3).Rep(1).Component(1).Text.ShouldBe("13");
        message["PID"].Field(3).Component(2).Subcomponent(2).Text.ShouldBe("b");
        message["MSH"].Field(9).Component(2).Text.ShouldBe("A01");
    }

    [Theory]
    [InlineData("")]
    [InlineData("MSH")]
    [InlineData("MSH|^~")]
    [InlineData("PID|1")]
    [InlineData("MSH|||||||")]
    [InlineData(@"MSHA^~\&A")]
    public void Given_no_usable_header_When_read_Then_it_is_a_fault(string text)
    {
        Hl7Parser.Parse(Encoding.UTF8.GetBytes(text), Hl7Reading.Default, out var fault).ShouldBeNull();
        fault!.Kind.ShouldBe(Hl7FaultKind.NoHeader);
    }

    [Theory]
    [InlineData(@"a\F\b\S\c\T\d\R\e\E\f", @"a|b^c&d~e\f")]
    [InlineData(@"x\X0D\MSH|", "x\rMSH")]
    [InlineData(@"one\.br\two", "one\ntwo")]
    [InlineData(@"\XC3A9\t\XE9\", @"ét\XE9\")]
    [InlineData(@"a\Z\b \unfinished", @"a\Z\b \unfinished")]
    [InlineData(@"\X00\", @"\X00\")]
    public void Given_escapes_When_read_Then_they_are_text_and_never_a_segment(string raw, string expected)
    {
        var message = Parse(Encoding.UTF8.GetBytes($"{Head}UNICODE UTF-8\rNTE|||{raw}\r"))!;
        message["NTE"].Field(3).Text.ShouldBe(expected);
        message.Segments.Count.ShouldBe(2);
    }

    [Fact]
    public void Given_empty_and_two_quotes_When_read_Then_unknown_and_delete_differ()
    {
        var pid = Parse(Encoding.UTF8.GetBytes($"{Head}\rPID||\"\"\r"))!["PID"];
        (pid.Field(1).IsEmpty, pid.Field(1).IsDelete).ShouldBe((true, false));
        (pid.Field(2).IsEmpty, pid.Field(2).IsDelete, pid.Field(2).Text).ShouldBe((false, true, ""));
        pid.Field(200).Rep(4).Component(3).Subcomponent(9).Text.ShouldBe("");
    }

    [Theory]
    [InlineData(10, 1_000, 1_000)]
    [InlineData(1_000, 10, 1_000)]
    [InlineData(1_000, 1_000, 10)]
    public void Given_limits_When_exceeded_Then_it_is_a_fault(int segments, int fields, int length)
    {
        var limits = new Hl7Limits(100_000, segments, fields, length);
        var text = Head + "\r" + string.Concat(Enumerable.Repeat("NTE|1|" + new string('x', 40) + "\r", 40)) + "OBX" + new string('|', 60);
        Hl7Parser.Parse(Encoding.UTF8.GetBytes(text), Hl7Reading.Default with { Limits = limits }, out var fault).ShouldBeNull();
        fault!.Kind.ShouldBe(Hl7FaultKind.TooLarge);
    }

    [Fact]
    public void Given_any_text_When_escaped_and_decoded_Then_it_is_the_same() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<NonNull<string>>().Filter(s => !s.Get.Contains('\0')),
            text => Hl7Escape.Decode(Hl7Escape.Encode(text.Get, Hl7Separators.Standard), Hl7Separators.Standard, Encoding.UTF8) == text.Get)
            .QuickCheckThrowOnFailure();

    private static Hl7Message? Parse(ReadOnlySpan<byte> bytes) => Hl7Parser.Parse(bytes, Hl7Reading.Default, out _);
}
