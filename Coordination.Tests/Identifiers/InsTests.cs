using System.Text.Json;
using Coordination.Domain.Identifiers;

namespace Coordination.Tests.Identifiers;

/// <summary>The matricules are those of published examples and of the INSEE's rule; none is a person's.</summary>
public sealed class InsTests
{
    private const string Nir = "1.2.250.1.213.1.4.8";
    private const string Sample = "279035121518989";

    [Theory]
    [InlineData("2790351215189", 89)]
    [InlineData("185052A004123", 56)]
    [InlineData("185052B033045", 67)]
    public void Given_13_characters_When_the_key_is_computed_Then_the_published_one(string thirteen, int key) =>
        Ins.Key(thirteen).ShouldBe(key);

    [Theory]
    [InlineData("279035121518989")]
    [InlineData("185052A00412356")]
    [InlineData("185052B03304567")]
    public void Given_a_right_key_When_parsed_Then_valid(string matricule) => Parsed(matricule).HasValidKey.ShouldBeTrue();

    [Theory]
    [InlineData("279035121518988")]
    [InlineData("279035121518900")]
    [InlineData("279035121518998")]
    [InlineData("185052A00412367")]
    public void Given_a_wrong_or_impossible_key_When_parsed_Then_accepted_and_told_as_wrong(string matricule) =>
        Parsed(matricule).HasValidKey.ShouldBeFalse();

    [Fact]
    public void Given_every_key_When_checked_Then_only_one_is_right() =>
        Enumerable.Range(0, 100).Where(k => Parsed($"2790351215189{k:00}").HasValidKey).ShouldBe([89]);

    [Fact]
    public void Given_a_lower_case_Corsican_department_When_parsed_Then_normalised()
    {
        Parsed("185052a00412356").ShouldBe(Parsed("185052A00412356"));
        Parsed("185052b03304567").Matricule.ShouldBe("185052B03304567");
    }

    [Theory]
    [InlineData("2 79 03 51 215 189 89")]
    [InlineData(" 279035121518989\t")]
    [InlineData("2\u00a079\u202f03 51 215 189 89")]
    public void Given_pasted_spaces_When_parsed_Then_stripped(string text) => Parsed(text).Matricule.ShouldBe(Sample);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("27903512151898")]
    [InlineData("2790351215189890")]
    [InlineData("2.79.03.51.215.189.89")]
    [InlineData("1850500A0412356")]
    [InlineData("185051A00412356")]
    [InlineData("185052C00412356")]
    [InlineData("27903512151898A")]
    [InlineData("٢79035121518989")]
    public void Given_another_length_or_a_letter_elsewhere_When_parsed_Then_refused(string? text)
    {
        Ins.TryParse(text, Nir, out var ins).ShouldBeFalse();
        ins.ShouldBe(default);
    }

    [Theory]
    [InlineData("175052000412300", true)]
    [InlineData("176052000412300", true)]
    [InlineData("177052000412300", false)]
    [InlineData("199052000412300", false)]
    [InlineData("120052000412300", true)]
    public void Given_department_20_When_parsed_Then_refused_for_births_certainly_after_its_split(string matricule, bool accepted) =>
        Ins.TryParse(matricule, Nir, out _).ShouldBe(accepted);

    [Theory]
    [InlineData("20")]
    [InlineData("31")]
    [InlineData("42")]
    [InlineData("50")]
    [InlineData("99")]
    public void Given_an_unknown_month_of_birth_When_parsed_Then_accepted(string month) =>
        Ins.TryParse($"279{month}5121518900", Nir, out _).ShouldBeTrue();

    [Theory]
    [InlineData("1.2.250.1.213.1.4.8", InsKind.Nir)]
    [InlineData("1.2.250.1.213.1.4.9", InsKind.Nia)]
    [InlineData("1.2.250.1.213.1.4.10", InsKind.NirTest)]
    [InlineData("1.2.250.1.213.1.4.11", InsKind.NirDemo)]
    public void Given_an_OID_When_parsed_Then_the_kind_is_known_and_written_back(string oid, InsKind kind)
    {
        Ins.TryParse(Sample, oid, out var ins).ShouldBeTrue();
        (ins.Kind, ins.Oid).ShouldBe((kind, oid));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1.2.250.1.213.1.4.2")]
    [InlineData("1.2.250.1.213.1.4.8.1")]
    [InlineData("urn:oid:urn:oid:1.2.250.1.213.1.4.8")]
    public void Given_an_unknown_OID_When_parsed_Then_refused(string? oid) => Ins.TryParse(Sample, oid, out _).ShouldBeFalse();

    [Fact]
    public void Given_one_matricule_under_two_OIDs_When_compared_Then_they_differ() =>
        Parsed(Sample).ShouldNotBe(Ins.TryParse(Sample, "1.2.250.1.213.1.4.10", out var test) ? test : default);

    [Fact]
    public void Given_a_matricule_When_shown_Then_only_its_last_three_characters()
    {
        Parsed(Sample).ToString().ShouldBe("************989");
        $"{new Holder(Parsed(Sample))}".ShouldBe("Holder { Ins = ************989 }");
    }

    [Fact]
    public void Given_no_matricule_When_shown_or_checked_Then_empty_and_not_valid()
    {
        default(Ins).ToString().ShouldBeEmpty();
        default(Ins).HasValidKey.ShouldBeFalse();
    }

    [Fact]
    public void Given_a_matricule_When_written_and_read_Then_the_same_with_its_OID()
    {
        var json = JsonSerializer.Serialize(Parsed(Sample));
        json.ShouldBe("\"1.2.250.1.213.1.4.8|279035121518989\"");
        JsonSerializer.Deserialize<Ins>(json).ShouldBe(Parsed(Sample));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\"\"")]
    [InlineData("\"279035121518989\"")]
    [InlineData("\"1.2.250.1.213.1.4.8|27903512151898X\"")]
    [InlineData("\"1.2.250.1.213.1.4.8|279035121518989|x\"")]
    public void Given_wrong_JSON_When_read_Then_refused_without_showing_the_matricule(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Ins>(json)).ToString().ShouldNotContain("27903512151898");

    private static Ins Parsed(string matricule) =>
        Ins.TryParse(matricule, Nir, out var ins) ? ins : throw new FormatException("the sample is not an INS");

    private sealed record Holder(Ins Ins);
}
