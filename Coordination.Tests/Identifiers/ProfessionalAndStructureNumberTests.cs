using Coordination.Domain.Identifiers;

namespace Coordination.Tests.Identifiers;

/// <summary>RPPS and FINESS: numbers of published examples.</summary>
public sealed class ProfessionalAndStructureNumberTests
{
    [Theory]
    [InlineData("10001234565")]
    [InlineData("10100000016")]
    [InlineData("99700218896")]
    [InlineData(" 10001234565 ")]
    public void Given_a_number_with_its_key_When_parsed_as_RPPS_Then_valid(string text)
    {
        Rpps.TryParse(text, out var rpps).ShouldBeTrue();
        (rpps.Value, rpps.ToString()).ShouldBe((text.Trim(), text.Trim()));
        Rpps.Parse(text).ShouldBe(rpps);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("10001234564")]
    [InlineData("1000123456")]
    [InlineData("100012345650")]
    [InlineData("1000123456A")]
    [InlineData("899700218896")]
    public void Given_a_wrong_key_or_length_When_parsed_as_RPPS_Then_refused(string? text) => Rpps.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("899700218896", true)]
    [InlineData("801234567897", true)]
    [InlineData("801234564895", false)]
    [InlineData("801234567866", false)]
    public void Given_a_national_id_of_8_and_RPPS_When_checked_Then_the_key_covers_the_last_11_digits(string national, bool valid) =>
        Rpps.TryParse(national[1..], out _).ShouldBe(valid);

    [Theory]
    [InlineData("470000019", true)]
    [InlineData("000897406", false)]
    public void Given_nine_digits_When_parsed_as_FINESS_Then_read_and_the_key_is_told_apart(string text, bool validKey)
    {
        Finess.TryParse(text, out var finess).ShouldBeTrue();
        (finess.Value, finess.HasValidKey).ShouldBe((text, validKey));
    }

    [Theory]
    [InlineData("2A0000170", true)]
    [InlineData("2A0000386", true)]
    [InlineData("2A0002606", true)]
    [InlineData("2B0000020", true)]
    [InlineData("2b0005342", true)]
    [InlineData("2B0004246", true)]
    [InlineData("2A0000171", false)]
    [InlineData("2B0000170", false)]
    public void Given_a_Corsican_FINESS_When_parsed_Then_A_counts_as_1_and_B_as_2(string text, bool validKey)
    {
        Finess.TryParse(text, out var finess).ShouldBeTrue();
        (finess.Value, finess.HasValidKey).ShouldBe((text.ToUpperInvariant(), validKey));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("47000001")]
    [InlineData("4700000190")]
    [InlineData("3A0000014")]
    [InlineData("2C0000014")]
    [InlineData("47000001A")]
    [InlineData("47 000001")]
    public void Given_another_shape_When_parsed_as_FINESS_Then_refused(string? text) => Finess.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Given_a_wrong_number_When_parsed_strictly_Then_the_message_names_the_rule_and_not_the_number()
    {
        Should.Throw<FormatException>(() => Rpps.Parse("10001234564")).Message.ShouldBe("RPPS: 11 digits with a Luhn key expected");
        Should.Throw<FormatException>(() => Finess.Parse("47")).Message.ShouldBe("FINESS: 9 characters expected");
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("0", true)]
    [InlineData("18", true)]
    [InlineData("81", false)]
    [InlineData("7992739871³", false)]
    [InlineData("79927398713", true)]
    public void Given_digits_When_the_Luhn_key_is_checked_Then_as_the_rule_says(string digits, bool valid) =>
        Luhn.IsValid(digits).ShouldBe(valid);
}
