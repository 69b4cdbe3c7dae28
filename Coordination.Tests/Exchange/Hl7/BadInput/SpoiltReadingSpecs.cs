using Coordination.Api.Exchange.Hl7.Pam;

namespace Coordination.Tests.Exchange.Hl7.BadInput;

/// <summary>The same changes on every message of this repository and every published one at hand, read without a platform.</summary>
public sealed class SpoiltReadingSpecs
{
    [Fact]
    public void Given_every_message_spoilt_in_every_field_When_read_Then_each_is_answered_with_a_reason_and_no_trait()
    {
        var count = 0;
        foreach (var text in Er7.Names.Select(Er7.Text).Concat(PublishedSampleSpecs.Texts()))
        {
            foreach (var spoilt in Spoilt.All(text))
            {
                var reading = Er7.Read(spoilt);
                (reading.Message is null).ShouldBe(reading.Disposition != PamDisposition.Readable);
                if (reading.Disposition != PamDisposition.Readable) reading.Problems.ShouldNotBeEmpty();
                foreach (var problem in reading.Problems)
                    foreach (var trait in (string[])["MARTEAU", "DURAND", "JEANNE", "PAT-TROIS", "DARK", "SILICE", "19790328"])
                        $"{problem.Location} {problem.Text} {reading}".ShouldNotContain(trait);
                HospitalFeed.Parse(AckBuilder.Build(reading, Er7.Now))["MSA"].Field(1).Text.ShouldBe(reading.Ack.ToString());
                count++;
            }
        }

        count.ShouldBeGreaterThan(4_000);
    }
}
