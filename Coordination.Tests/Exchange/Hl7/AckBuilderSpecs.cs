using System.Text;
using Coordination.Api.Exchange.Hl7.Pam;
using Coordination.Api.Exchange.Hl7.Wire;

namespace Coordination.Tests.Exchange.Hl7;

public sealed class AckBuilderSpecs
{
    [Fact]
    public void Given_a_readable_message_When_acknowledged_Then_addresses_are_swapped_and_the_control_id_returned()
    {
        var ack = Ack(Er7.Read(Er7.Text("admission")));
        var msh = ack["MSH"];
        (msh.Field(3).Text, msh.Field(4).Text, msh.Field(5).Text, msh.Field(6).Text).ShouldBe(("COORDINATION", "DAC", "GAM", "CH-DEMO"));
        msh.Field(9).Raw.ToString().ShouldBe("ACK^A01^ACK");
        msh.Field(10).Text.ShouldNotBeOneOf("", "C1001");
        msh.Field(12).Raw.ToString().ShouldBe("2.5^FRA^2.11");
        (ack["MSA"].Field(1).Text, ack["MSA"].Field(2).Text).ShouldBe(("AA", "C1001"));
        ack.All("ERR").ShouldBeEmpty();
    }

    [Fact]
    public void Given_problems_When_acknowledged_Then_each_is_an_ERR_without_a_trait()
    {
        var reading = Er7.Read(Er7.Text("sortie-zbe-decale").With("EVN", 2, "hier"));
        var ack = Ack(reading);
        ack["MSA"].Field(1).Text.ShouldBe("AE");
        ack.All("ERR").Count().ShouldBe(reading.Problems.Count);
        ack["ERR"].Field(2).Raw.ToString().ShouldBe("EVN^1^2");
        ack["ERR"].Field(3).Raw.ToString().ShouldBe("102^Data type error^HL70357");
        (ack["ERR"].Field(4).Text, ack["ERR"].Field(5).Text).ShouldBe(("E", "EVN_TIME_INVALID"));
        var text = Encoding.UTF8.GetString(AckBuilder.Build(reading, Er7.Now));
        foreach (var trait in (string[])["MARTEAU", "LE GALL", "19420519", "900017", "242054700104273"]) text.ShouldNotContain(trait);
    }

    [Fact]
    public void Given_8859_15_When_acknowledged_Then_the_answer_is_in_8859_15()
    {
        var reading = Er7.Read(Er7.Text("admission").With("MSH", 18, "8859/15").With("PID", 5, "X^Y^^^^^L").With("ZBE", 7, "").With("ZBE", 4, ""));
        var bytes = AckBuilder.Build(reading, Er7.Now);
        Hl7Parser.Parse(bytes, Hl7Reading.Default, out _)!["MSH"].Field(18).Text.ShouldBe("8859/15");
        bytes.ShouldNotContain((byte)0xC3);
    }

    [Fact]
    public void Given_latin_bytes_declared_utf8_When_read_Then_AE_102_names_the_charset()
    {
        var reading = PamReader.Read(Encoding.Latin1.GetBytes(Er7.Text("admission")), Er7.TestLink, Er7.Now);
        reading.Ack.ShouldBe(AckCode.AE);
        var ack = Ack(reading);
        ack["MSA"].Field(2).Text.ShouldBe("C1001");
        ack["ERR"].Field(2).Raw.ToString().ShouldBe("MSH^1^18");
        ack["ERR"].Field(8).Text.ShouldContain("UNICODE UTF-8");
    }

    [Fact]
    public void Given_other_separators_When_acknowledged_Then_the_answer_uses_them()
    {
        var reading = PamReader.Read("MSH#*~!&#G&1*X#B#C#D#2026##ADT*A01#K7#T#9.9\r"u8, Er7.TestLink, Er7.Now);
        var ack = Ack(reading);
        (ack.Separators.Field, ack["MSA"].Field(1).Text, ack["MSA"].Field(2).Text).ShouldBe(('#', "AR", "K7"));
        ack["MSH"].Field(5).Raw.ToString().ShouldBe("G&1*X");
    }

    [Fact]
    public void Given_no_header_When_acknowledged_Then_AR_without_a_control_id()
    {
        var ack = Ack(PamReader.Read("hello"u8, Er7.TestLink, Er7.Now));
        (ack["MSA"].Field(1).Text, ack["MSA"].Field(2).Text).ShouldBe(("AR", ""));
    }

    private static Hl7Message Ack(PamReading reading) => Hl7Parser.Parse(AckBuilder.Build(reading, Er7.Now), Hl7Reading.Default, out _)!;
}
