using Coordination.Domain.Discharge;

namespace Coordination.Tests.Discharge;

public sealed class MovementIdTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("20261120-77^CH_AGEN^1.2.250.1.999^ISO")]
    public void Given_an_identifier_as_sent_When_parsed_Then_kept_unchanged(string text)
    {
        MovementId.TryParse(text, out var id).ShouldBeTrue();
        id.Value.ShouldBe(text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("10\u000001")]
    [InlineData("10\r01")]
    public void Given_no_identifier_or_a_control_character_When_parsed_Then_refused(string? text) =>
        MovementId.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Given_a_long_identifier_When_parsed_Then_200_characters_are_the_limit()
    {
        MovementId.TryParse(new string('7', 200), out _).ShouldBeTrue();
        MovementId.TryParse(new string('7', 201), out _).ShouldBeFalse();
    }
}
