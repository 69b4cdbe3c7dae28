using System.Text;
using Coordination.Tests.Exchange.Hl7.Intake;
using Coordination.Domain.Identifiers;
using Coordination.Tests.Harness;

namespace Coordination.Tests.Exchange.Hl7.BadInput;

/// <summary>Identities that are not sure (H-26, H-28), as far as what they lead to.</summary>
public sealed class PersonSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string Matricule = "2420647990042", Oid = "1.2.250.1.213.1.4.10";
    private static readonly string InsText = $"{Matricule}{Ins.Key(Matricule):00}";

    [Theory]
    [InlineData("VALI", "applied A01")]
    [InlineData("PROV", "trace A01")]
    [InlineData("", "trace A01")]
    [InlineData("VALI~DOUT", "trace A01")]
    public async Task H26_Given_an_INS_alone_When_it_is_not_validated_Then_the_message_is_accepted_without_it_and_matches_nobody(string status, string kept)
    {
        Ins.TryParse(InsText, Oid, out var ins).ShouldBeTrue();
        await EnsureFollowedAsync(ins);
        var message = new DemoMessage("A01", HospitalFeed.NextIpp());
        var text = Encoding.UTF8.GetString(message.Bytes).With("PID", 3, $"{InsText}^^^ASIP-SANTE-INS-NIR&{Oid}&ISO^INS").With("PID", 32, status);
        (await platform.AskAsync(HospitalFeed.Utf8(text)))["MSA"].Field(1).Text.ShouldBe("AA");
        (await platform.KeptAsync(message.ControlId)).ShouldBe([kept]);
    }

    [Theory]
    [InlineData("^JEANNE^^^^^D", "AA 101@PID^1^5")]
    [InlineData("\"\"", "AA 101@PID^1^5")]
    [InlineData("many", "AA")]
    public async Task H28_Given_names_missing_deleted_or_repeated_When_received_Then_the_message_is_applied_by_its_number(string names, string verdict)
    {
        var message = new DemoMessage("A01", HospitalFeed.NextIpp());
        await platform.FollowAsync(message.Ipp, HospitalFeed.Traits());
        var value = names == "many" ? string.Join('~', Enumerable.Repeat("X^Y^^^^^S", 199).Append("DURAND^JEANNE^^^^^L")) : names;
        (await platform.AskAsync(HospitalFeed.Utf8(Encoding.UTF8.GetString(message.Bytes).With("PID", 5, value)))).Verdict().ShouldBe(verdict);
        (await platform.KeptAsync(message.ControlId)).ShouldBe(["applied A01"]);
    }

    private async Task EnsureFollowedAsync(Ins ins)
    {
        var persons = platform.Get<Coordination.Api.CareRecord.PersonRegistry>();
        if ((await persons.FindByInsAsync(ins, default)).Count == 0) await platform.FollowAsync(HospitalFeed.NextIpp(), HospitalFeed.Traits(ins));
    }
}
