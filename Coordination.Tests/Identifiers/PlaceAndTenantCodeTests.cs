using Coordination.Domain.Identifiers;

namespace Coordination.Tests.Identifiers;

public sealed class PlaceAndTenantCodeTests
{
    [Theory]
    [InlineData("47001", "47001")]
    [InlineData("2A004", "2A004")]
    [InlineData("2b033", "2B033")]
    [InlineData(" 97411 ", "97411")]
    public void Given_a_commune_When_parsed_Then_normalised(string text, string expected)
    {
        CommuneCode.TryParse(text, out var code).ShouldBeTrue();
        code.Value.ShouldBe(expected);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("4700")]
    [InlineData("470010")]
    [InlineData("1A004")]
    [InlineData("9B004")]
    [InlineData("2C004")]
    [InlineData("A2004")]
    [InlineData("470O1")]
    public void Given_another_shape_When_parsed_as_a_commune_Then_refused(string? text) => CommuneCode.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("dac-47", true)]
    [InlineData("finess-470000019", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("DAC-47", false)]
    [InlineData("dac 47", false)]
    [InlineData("dac-47'; --", false)]
    [InlineData("dàc-47", false)]
    public void Given_a_tenant_When_parsed_Then_only_lower_case_letters_digits_and_hyphens(string? text, bool valid) =>
        TerritoryId.TryParse(text, out _).ShouldBe(valid);

    [Fact]
    public void Given_a_long_tenant_When_parsed_Then_40_characters_are_the_limit()
    {
        TerritoryId.TryParse(new string('a', 40), out _).ShouldBeTrue();
        TerritoryId.TryParse(new string('a', 41), out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("470000019", "finess-470000019")]
    [InlineData("2A0000014", "finess-2a0000014")]
    public void Given_an_establishment_When_its_tenant_is_named_Then_a_valid_tenant_of_its_own(string finess, string tenant)
    {
        var territory = TerritoryId.Of(Finess.Parse(finess));
        TerritoryId.TryParse(tenant, out var parsed).ShouldBeTrue();
        territory.ShouldBe(parsed);
    }
}
