using System.Text.Json;
using Coordination.Domain.Discharge;
using Coordination.Domain.Identifiers;

namespace Coordination.Tests.Identifiers;

public sealed class IdentifierJsonTests
{
    private static readonly Guid Value = new("b0000000-0000-4000-8000-00000000000a");

    private sealed record Everything(
        PersonId Person, ProfessionalId? Professional, CareRecordId Record, DischargeId Discharge, AlertId Alert,
        Rpps Rpps, Finess? Establishment, CommuneCode Commune, TerritoryId Territory, MovementId Movement);

    [Fact]
    public void Given_every_identifier_When_written_Then_bare_text_and_read_back_the_same()
    {
        Everything all = new(
            new(Value), new(Value), new(Value), new(Value), new(Value),
            Rpps.Parse("10001234565"), Finess.Parse("2A0000170"), new("2A004"), new("dac-47"), new("1001^CH"));

        var json = JsonSerializer.Serialize(all);

        json.ShouldContain($"\"Person\":\"{Value}\"");
        json.ShouldContain("\"Establishment\":\"2A0000170\"");
        JsonSerializer.Deserialize<Everything>(json).ShouldBe(all);
    }

    [Fact]
    public void Given_optional_identifiers_left_out_When_read_Then_null()
    {
        JsonSerializer.Deserialize<ProfessionalId?>("null").ShouldBeNull();
        JsonSerializer.Deserialize<Finess?>("null").ShouldBeNull();
    }

    [Fact]
    public void Given_ids_as_keys_When_written_Then_read_back_the_same()
    {
        Dictionary<PersonId, int> counts = new() { [new(Value)] = 2 };
        var json = JsonSerializer.Serialize(counts);
        json.ShouldBe($"{{\"{Value}\":2}}");
        JsonSerializer.Deserialize<Dictionary<PersonId, int>>(json).ShouldBe(counts);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\"\"")]
    [InlineData("\"b0000000\"")]
    [InlineData("{}")]
    public void Given_JSON_that_is_no_UUID_When_read_Then_refused(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<PersonId>(json));

    [Fact]
    public void Given_a_key_that_is_no_UUID_When_read_Then_refused_as_JSON() =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Dictionary<PersonId, int>>("{\"x\":1}"));

    [Theory]
    [InlineData(typeof(Rpps), "\"10001234564\"")]
    [InlineData(typeof(Rpps), "null")]
    [InlineData(typeof(Finess), "\"47\"")]
    [InlineData(typeof(CommuneCode), "47001")]
    [InlineData(typeof(TerritoryId), "\"DAC\"")]
    [InlineData(typeof(MovementId), "\"\"")]
    public void Given_a_code_that_breaks_its_rules_When_read_Then_refused_by_name(Type type, string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize(json, type)).Message.ShouldNotContain("1000123456");

    [Fact]
    public void Given_a_typed_id_When_shown_Then_its_36_characters()
    {
        new[] { $"{new PersonId(Value)}", $"{new ProfessionalId(Value)}", $"{new CareRecordId(Value)}", $"{new DischargeId(Value)}", $"{new AlertId(Value)}" }
            .ShouldAllBe(text => text == "b0000000-0000-4000-8000-00000000000a");
        new[] { $"{new CommuneCode("47001")}", $"{new TerritoryId("dac-47")}", $"{new MovementId("7")}", $"{new Finess("470000019")}" }
            .ShouldBe(["47001", "dac-47", "7", "470000019"]);
    }
}
