using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;

namespace Coordination.Tests.Identifiers;

/// <summary>The matricules are those of published examples and of the INSEE's rule; none is a person's.</summary>
public sealed class InsCheckSpecs
{
    private const string Nir = "1.2.250.1.213.1.4.8";
    private const string Nia = "1.2.250.1.213.1.4.9";
    private const string Test = "1.2.250.1.213.1.4.10";

    [Theory]
    [InlineData("279035121518989")]
    [InlineData("185052A00412356")]
    [InlineData("185052b03304567")]
    [InlineData("2 79 03 51 215 189 89")]
    public void N01_N03_N04_N06_Given_a_right_matricule_When_it_is_typed_Then_taken(string matricule) =>
        InsCheck.Of(matricule, Nir, production: true).EntryError.ShouldBeNull();

    [Theory]
    [InlineData("279035121518988")]
    [InlineData("279035121518900")]
    [InlineData("279035121518998")]
    public void N02_N07_N19_Given_a_wrong_key_When_it_is_typed_Then_refused_and_in_a_message_a_warning(string matricule)
    {
        var check = InsCheck.Of(matricule, Nir, production: true);
        check.EntryError.ShouldBe("INS_KEY");
        check.Ins.ShouldNotBeNull().HasValidKey.ShouldBeFalse();
    }

    [Theory]
    [InlineData("27903512151898")]
    [InlineData("2790351215189890")]
    [InlineData("2.79.03.51.215.189.89")]
    [InlineData("1850500A0412356")]
    [InlineData("199052000412300")]
    public void N05_N06_Given_another_shape_When_it_is_typed_Then_refused(string matricule)
    {
        var check = InsCheck.Of(matricule, Nir, production: true);
        (check.EntryError, check.Ins).ShouldBe(("INS_FORMAT", null));
    }

    [Theory]
    [InlineData("20", true)]
    [InlineData("31", true)]
    [InlineData("42", true)]
    [InlineData("50", true)]
    [InlineData("99", true)]
    [InlineData("12", false)]
    [InlineData("43", false)]
    public void N08_Given_a_month_of_birth_that_is_not_known_When_checked_Then_flagged(string month, bool unknown)
    {
        var thirteen = $"279{month}51215189";
        var check = InsCheck.Of($"{thirteen}{Ins.Key(thirteen):00}", Nir, production: true);
        (check.EntryError, check.UnknownBirthMonth).ShouldBe((null, unknown));
    }

    [Theory]
    [InlineData("7790351215189", Nir)]
    [InlineData("8790351215189", Nir)]
    [InlineData("1790351215189", Nia)]
    [InlineData("2790351215189", Nia)]
    public void N09_N10_Given_a_matricule_under_the_other_OID_When_checked_Then_the_two_do_not_agree(string thirteen, string oid) =>
        InsCheck.Of($"{thirteen}{Ins.Key(thirteen):00}", oid, production: true).EntryError.ShouldBe("OID_MISMATCH");

    [Theory]
    [InlineData("1.2.250.1.213.1.4.2")]
    [InlineData("urn:oid:urn:oid:1.2.250.1.213.1.4.8")]
    public void N10_Given_an_unknown_OID_When_checked_Then_refused(string oid) => InsCheck.Of("279035121518989", oid, true).EntryError.ShouldBe("OID_UNKNOWN");

    [Fact]
    public void N11_Given_a_test_OID_in_production_or_a_real_one_elsewhere_When_checked_Then_refused()
    {
        InsCheck.Of("279035121518989", Test, production: true).EntryError.ShouldBe("TEST_OID");
        InsCheck.Of("279035121518989", Test, production: false).EntryError.ShouldBeNull();
        InsCheck.Of("279035121518989", Nir, production: false).EntryError.ShouldBe("REAL_OID");
    }
}
