using System.Text;
using Coordination.Api.Exchange.Hl7.Pam;

namespace Coordination.Tests.Exchange.Hl7;

public sealed class RobustnessSpecs
{
    private static readonly byte[] Changes = [0x00, 0x0B, 0x0D, 0x1C, 0x22, 0x5C, 0x5E, 0x7C, 0x7E, 0x39, 0xC3, 0xFF];

    public static TheoryData<string> Names => [.. Er7.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Given_any_prefix_of_a_message_When_read_Then_it_is_answered_and_nothing_is_thrown(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(Er7.Text(name));
        for (var length = 0; length <= bytes.Length; length++) Answer(bytes.AsSpan(0, length));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Given_any_byte_changed_When_read_Then_it_is_answered_and_nothing_is_thrown(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(Er7.Text(name));
        for (var place = 0; place < bytes.Length; place++)
        {
            var kept = bytes[place];
            foreach (var change in Changes)
            {
                bytes[place] = change;
                Answer(bytes);
            }

            bytes[place] = kept;
        }
    }

    [Fact]
    public void Given_a_field_over_the_limit_When_read_Then_AE_names_the_field()
    {
        var reading = Er7.Read(Er7.Text("admission") + $"OBX|1|ED|X||^^^Base64^{new string('A', 1_000_000)}\r");
        reading.Ack.ShouldBe(AckCode.AE);
        reading.Problems.ShouldHaveSingleItem().Location.ShouldBe("OBX^1^5");
    }

    [Fact]
    public void Given_truncated_base64_When_read_Then_AE() =>
        Er7.Read(Er7.Text("admission") + "OBX|1|ED|X||^^^Base64^QUJDR\r").Problems.ShouldHaveSingleItem().ApplicationCode.ShouldBe("BASE64_INVALID");

    private static void Answer(ReadOnlySpan<byte> bytes)
    {
        var reading = PamReader.Read(bytes, Er7.TestLink, Er7.Now);
        (reading.Message is null).ShouldBe(reading.Disposition != PamDisposition.Readable);
        if (reading.Disposition is not PamDisposition.Readable) reading.Problems.ShouldNotBeEmpty();
        AckBuilder.Build(reading, Er7.Now).Length.ShouldBeGreaterThan(20);
    }
}
