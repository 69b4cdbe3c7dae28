using Coordination.Api.Exchange.Hl7.Pam;

namespace Coordination.Tests.Exchange.Hl7;

public sealed class Hl7TimestampSpecs
{
    [Theory]
    [InlineData("20260719150000", "2026-07-19T13:00:00Z", false)]
    [InlineData("202601191500", "2026-01-19T14:00:00Z", false)]
    [InlineData("20260119", "2026-01-18T23:00:00Z", false)]
    [InlineData("20260119150000.250", "2026-01-19T14:00:00.25Z", false)]
    [InlineData("20260119150000-0500", "2026-01-19T20:00:00Z", false)]
    [InlineData("20261025023000", "2026-10-25T00:30:00Z", true)]
    [InlineData("20261025023000+0100", "2026-10-25T01:30:00Z", false)]
    [InlineData("20270328023000", "2027-03-28T01:30:00Z", false)]
    public void Given_a_time_When_read_Then_it_is_this_instant(string text, string instant, bool ambiguous)
    {
        Hl7Timestamp.TryParse(text, out var time).ShouldBeTrue();
        time!.Instant.ShouldBe(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));
        (time.IsAmbiguous, time.Text).ShouldBe((ambiguous, text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("20260230")]
    [InlineData("2026011915")]
    [InlineData("20260119250000")]
    [InlineData("20260119150000+9900")]
    [InlineData("20260119150000+01")]
    [InlineData("20260119.5")]
    [InlineData("demain")]
    public void Given_what_is_no_time_When_read_Then_it_is_refused(string text) => Hl7Timestamp.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Given_an_instant_When_written_and_read_Then_it_is_the_same()
    {
        var instant = new DateTimeOffset(2026, 10, 25, 1, 30, 0, TimeSpan.Zero);
        Hl7Timestamp.Format(instant).ShouldBe("20261025023000+0100");
        Hl7Timestamp.TryParse(Hl7Timestamp.Format(instant), out var read).ShouldBeTrue();
        read!.Instant.ShouldBe(instant);
    }
}
