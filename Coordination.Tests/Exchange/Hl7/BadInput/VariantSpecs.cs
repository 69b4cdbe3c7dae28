using Coordination.Api.Exchange.Hl7.Pam;
using Coordination.Tests.Harness;

namespace Coordination.Tests.Exchange.Hl7.BadInput;

/// <summary>Everything that PAM-FR leaves free, in every combination: nothing of it is bad input.</summary>
public sealed class VariantSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private static readonly (string Trigger, string Structure)[] Events =
    [
        ("A01", "ADT_A01"), ("A02", "ADT_A02"), ("A03", "ADT_A03"), ("A04", "ADT_A01"), ("A05", "ADT_A05"), ("A06", "ADT_A06"), ("A07", "ADT_A06"), ("A08", "ADT_A01"),
        ("A11", "ADT_A09"), ("A12", "ADT_A12"), ("A13", "ADT_A01"), ("A14", "ADT_A05"), ("A16", "ADT_A16"), ("A21", "ADT_A21"), ("A22", "ADT_A21"), ("A25", "ADT_A21"),
        ("A28", "ADT_A05"), ("A31", "ADT_A05"), ("A38", "ADT_A38"), ("A40", "ADT_A39"), ("A44", "ADT_A43"), ("A47", "ADT_A30"), ("A52", "ADT_A52"), ("A53", "ADT_A52"),
        ("A54", "ADT_A54"), ("A55", "ADT_A52"), ("Z99", "ADT_A01"),
    ];

    private static readonly string[] Versions = ["2.5^FRA^2.11", "2.5^FRA^2.10", "2.5^FRA^2.9", "2.5"];
    private static readonly string[] Charsets = ["UNICODE UTF-8", "8859/15", "8859/1", ""];
    private static readonly string[] MovementIds = ["M1^CH-DEMO^470000001", "M1^CH-DEMO^470000001^N~35847^GAP", "35847"];

    private static readonly PamOptions[] Choices =
    [
        PamOptions.None, PamOptions.Terse, PamOptions.Extras, PamOptions.Extras | PamOptions.Reversed, PamOptions.LineFeed | PamOptions.Visit,
        PamOptions.Both | PamOptions.Extras | PamOptions.Indented, PamOptions.NoLastEnd | PamOptions.Reversed | PamOptions.Terse,
    ];

    private static IEnumerable<PamVariant> All =>
        from happening in Events
        from structure in (string[])[happening.Structure, ""]
        from version in Versions
        from charset in Charsets
        from ids in MovementIds
        from options in Choices
        select new PamVariant(happening.Trigger, structure, version, charset, ids, options);

    [Fact]
    public void Given_any_variant_of_any_event_When_read_Then_it_is_accepted_and_says_the_same()
    {
        var count = 0;
        foreach (var variant in All)
        {
            var reading = PamReader.Read(variant.Bytes, Er7.TestLink, Er7.Now);
            reading.Disposition.ShouldBe(PamDisposition.Readable, $"{variant}: {string.Join("; ", reading.Problems)}");
            var adt = reading.Message!;
            adt.Trigger.ShouldBe(variant.Trigger);
            (adt.Person.BirthName.Text, adt.Person.UsedName.Text, adt.Person.Identifiers.Ipp!.Value).ShouldBe(("LÉGER", "D'ARÇON", "900123"));
            (adt.Stay is not null).ShouldBe(variant.HasStay, variant.ToString());
            adt.Movements.Count.ShouldBe(variant.IsMovement ? 1 : 0);
            if (adt.Movement is { } movement) (movement.Ids.Count, movement.Action.ToString().ToUpperInvariant()).ShouldBe((variant.MovementIds.Split('~').Length, variant.Action));
            (adt.Previous is not null).ShouldBe(variant.Trigger is "A40" or "A44" or "A47");
            count++;
        }

        count.ShouldBe(27 * 2 * 4 * 4 * 3 * 7);
    }

    [Theory]
    [InlineData("A28")]
    [InlineData("A31")]
    [InlineData("A40")]
    [InlineData("A44")]
    [InlineData("A47")]
    [InlineData("A04")]
    [InlineData("A05")]
    [InlineData("A06")]
    [InlineData("A08")]
    [InlineData("A54")]
    [InlineData("Z99")]
    public async Task Given_an_event_about_a_followed_person_When_it_comes_over_the_wire_Then_AA_and_the_message_is_kept(string trigger)
    {
        var ipp = HospitalFeed.NextIpp();
        await platform.FollowAsync(ipp, HospitalFeed.Traits());
        var structure = Events.Single(e => e.Trigger == trigger).Structure;
        var control = HospitalFeed.NextIpp();
        var variant = new PamVariant(trigger, structure, "2.5^FRA^2.11", "8859/15", MovementIds[1], PamOptions.Extras | PamOptions.Both);
        var text = System.Text.Encoding.Latin1.GetString(variant.Bytes).Replace("900123^^^CH-DEMO&470000001", $"{ipp}^^^CHD&470990011", StringComparison.Ordinal)
            .Replace("|V1|", $"|{control}|", StringComparison.Ordinal).Replace("CH-DEMO&470000001&M^O", "CHD&470990011&M^O", StringComparison.Ordinal);
        (await platform.AskAsync(System.Text.Encoding.Latin1.GetBytes(text)))["MSA"].Field(1).Text.ShouldBe("AA");
        (await platform.KeptAsync(control)).ShouldHaveSingleItem().ShouldBeOneOf($"applied {trigger}", $"parked {trigger}");
    }
}
