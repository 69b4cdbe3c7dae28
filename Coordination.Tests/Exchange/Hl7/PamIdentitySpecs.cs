using Coordination.Api.Exchange.Hl7.Pam;
using Coordination.Domain.Identifiers;

namespace Coordination.Tests.Exchange.Hl7;

public sealed class PamIdentitySpecs
{
    private const string Nir = "242054700104273^^^N&1.2.250.1.213.1.4.8&ISO^INS";
    private const string TestNir = "279035121518989^^^N&1.2.250.1.213.1.4.10&ISO^INS";
    private const string Ipp = "900017^^^CH-DEMO&470000001&M";

    [Theory]
    [InlineData("PROV")]
    [InlineData("")]
    [InlineData("VALI~DOUT")]
    [InlineData("VALI~FICT")]
    public void Given_an_identity_that_is_not_validated_When_read_Then_the_message_comes_without_its_INS(string reliability)
    {
        var adt = Er7.Readable(Er7.Text("admission").With("PID", 32, reliability));
        adt.Person.Identifiers.Ins.ShouldBeNull();
        adt.Person.Identifiers.InsIsDelete.ShouldBeTrue();
        adt.Person.Identifiers.Ipp!.Value.ShouldBe("900017");
    }

    [Fact]
    public void Given_NIR_and_NIA_When_read_Then_the_NIR_is_the_INS()
    {
        var ids = Er7.Readable(Er7.Text("identite-nia-vers-nir")).Person.Identifiers;
        ids.Ins!.Value.Kind.ShouldBe(InsKind.Nir);
        ids.Nia!.Value.Kind.ShouldBe(InsKind.Nia);
    }

    [Fact]
    public void Given_a_change_of_INS_When_read_Then_old_and_new_are_told_apart()
    {
        var adt = Er7.Readable(Er7.Text("changement-ins"));
        adt.Previous!.Ins.ShouldNotBeNull();
        adt.Person.Identifiers.Ins.ShouldNotBe(adt.Previous.Ins);
        Er7.Read(Er7.Text("changement-ins").Without("MRG")).Problems.ShouldContain(p => p.Location == "MRG^1^1");
    }

    [Fact]
    public void Given_an_INS_with_a_wrong_key_When_read_Then_it_is_doubtful_and_never_the_INS()
    {
        var reading = Er7.Read(Er7.Text("admission").With("PID", 3, Ipp + "~242054700104274^^^N&1.2.250.1.213.1.4.8&ISO^INS"));
        reading.Message!.Person.Identifiers.Ins.ShouldBeNull();
        reading.Message.Person.Identifiers.DoubtfulIns.ShouldNotBeNull();
        reading.Problems.ShouldHaveSingleItem().ApplicationCode.ShouldBe("INS_KEY");
    }

    [Fact]
    public void Given_two_NIR_When_read_Then_neither_is_chosen()
    {
        const string other = "242054700104372^^^N&1.2.250.1.213.1.4.8&ISO^INS";
        Er7.Read(Er7.Text("admission").With("PID", 3, $"{Ipp}~{Nir}~{other}"))
            .Problems.ShouldHaveSingleItem().ApplicationCode.ShouldBe("INS_AMBIGUOUS");
    }

    [Fact]
    public void Given_a_test_matricule_When_the_link_is_production_Then_AE_else_it_is_read()
    {
        var text = Er7.Text("admission").With("MSH", 11, "P").With("PID", 3, $"{Ipp}~{TestNir}");
        Er7.Readable(text).Person.Identifiers.Ins!.Value.Kind.ShouldBe(InsKind.NirTest);
        var reading = Er7.Read(text, Er7.ProductionLink);
        (reading.Ack, reading.Problems.ShouldHaveSingleItem().Code).ShouldBe((AckCode.AE, "103"));
    }

    [Theory]
    [InlineData("123^^^X&1.2.250.1.213.1.4.2&ISO^INS-C")]
    [InlineData("123456789012345^^^X&1.2.250.1.213.1.4.6&ISO^INS")]
    public void Given_an_obsolete_INS_When_read_Then_it_is_ignored_with_a_warning(string id)
    {
        var reading = Er7.Read(Er7.Text("admission").With("PID", 3, $"{Ipp}~{id}"));
        reading.Message!.Person.Identifiers.Ins.ShouldBeNull();
        reading.Problems.ShouldHaveSingleItem().ApplicationCode.ShouldBe("INS_UNSUPPORTED");
    }

    [Fact]
    public void Given_a_billing_NIR_or_a_number_without_type_When_read_Then_only_the_second_is_an_IPP() =>
        Er7.Readable(Er7.Text("admission").With("PID", 3, $"242054700104273^^^CNAM&1.2.250.1.213.1.4.8&ISO^NH~{Ipp}"))
            .Person.Identifiers.Ipps.ShouldHaveSingleItem().Value.ShouldBe("900017");

    [Fact]
    public void Given_two_quotes_When_read_Then_deletion_is_told_from_silence()
    {
        var adt = Er7.Readable(Er7.Text("admission").With("PID", 3, $"{Ipp}~{Nir.Replace("242054700104273", "\"\"", StringComparison.Ordinal)}")
            .With("PID", 5, "MARTEAU^HELENE^^^^^L~\"\"^^^^^^D"));
        adt.Person.Identifiers.InsIsDelete.ShouldBeTrue();
        adt.Person.UsedName.ShouldBe(new Trait(null, true));
        adt.Person.UsedGivenName.ShouldBe(new Trait(null, false));
    }

    [Fact]
    public void Given_a_lunar_date_When_read_Then_the_text_is_kept_without_a_warning()
    {
        var reading = Er7.Read(Er7.Text("admission").With("PID", 7, "19421434") + "ZFD|34^14^1942\r");
        reading.Problems.ShouldBeEmpty();
        var person = reading.Message!.Person;
        (person.BirthDateText.Text, person.BirthDate, person.IsLunarBirthDate).ShouldBe(("19421434", null, true));
    }

    [Fact]
    public void Given_200_repetitions_When_read_Then_the_birth_name_is_found() =>
        Er7.Readable(Er7.Text("admission").With("PID", 5, string.Join('~', Enumerable.Repeat("X^Y^^^^^S", 199).Append("MARTEAU^HELENE^^^^^L"))))
            .Person.BirthName.Text.ShouldBe("MARTEAU");

    [Fact]
    public void Given_a_protected_person_When_read_Then_it_is_said() =>
        Er7.Readable(Er7.Text("admission").With("PV2", 22, "Y")).Person.IsProtected.ShouldBeTrue();
}
