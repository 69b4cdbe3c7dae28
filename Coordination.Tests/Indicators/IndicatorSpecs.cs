using Coordination.Domain.Alerts;
using Coordination.Domain.Discharge;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Indicators;

namespace Coordination.Tests.Indicators;

/// <summary>Indicators 33, 35 and 62 on examples counted by hand.</summary>
public sealed class IndicatorSpecs
{
    private static readonly IndicatorPeriod November = Period("2026-11");
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Finess Hospital = Finess.Parse("470990011");
    private static readonly DateTimeOffset Friday = new(2026, 11, 20, 14, 0, 0, TimeSpan.Zero);

    private static IndicatorPeriod Period(string text) => IndicatorPeriod.TryParse(text, out var period, out _) ? period : throw new FormatException(text);

    private static PersonId Person(int n) => new(new Guid(n, 0, 0, new byte[8]));

    private static DischargeFact Fold(int person, params (DateTimeOffset At, DischargeEvent Fact)[] facts) => facts.Aggregate(
        DischargeFact.Next(null, new HospitalStayOpened(Person(person), Hospital, Friday.AddDays(-9), Commune: new("47001")), Friday.AddDays(-9)),
        (row, f) => DischargeFact.Next(row, f.Fact, f.At))!;

    private static string Show(IEnumerable<Measure> measures) =>
        string.Join(" | ", measures.Select(m => FormattableString.Invariant($"{m.Code} {m.Numerator}/{m.Denominator}={m.Value:0.##}")));

    private static IndicatorTable Table(IndicatorDefinition definition, IndicatorBreakdown breakdown, params DischargeFact[] facts) =>
        definition.Compute(new([.. facts], [], []), November, breakdown, Today);

    [Fact]
    public void Given_three_announcements_When_33_is_counted_Then_48_hours_exactly_is_in_time_and_a_withdrawn_one_is_not_there()
    {
        var facts = new[]
        {
            Fold(1, (Friday.AddHours(-48), new DischargeAnnounced(Hospital, Friday, null))),
            Fold(2, (Friday.AddHours(-48).AddSeconds(1), new DischargeAnnounced(Hospital, Friday, null))),
            Fold(3, (Friday.AddHours(-60), new DischargeAnnounced(Hospital, Friday, null)), (Friday.AddHours(-50), new DischargeAnnouncementWithdrawn(Hospital, null))),
        };
        Show(Table(IndicatorCatalogue.Announced, IndicatorBreakdown.None, facts).Measures).ShouldBe("ANNOUNCED 2/=2 | ANNOUNCED_48H 1/2=50");
    }

    [Fact]
    public void Given_an_announcement_withdrawn_and_made_again_When_33_is_counted_Then_the_one_that_stands_counts()
    {
        var fact = Fold(1, (Friday.AddHours(-72), new DischargeAnnounced(Hospital, Friday, null)), (Friday.AddHours(-60), new DischargeAnnouncementWithdrawn(Hospital, null)),
            (Friday.AddHours(-10), new DischargeAnnounced(Hospital, Friday, null)), (Friday.AddHours(-9), new DischargeRescheduled(Hospital, Friday.AddDays(9), null)));
        Show(Table(IndicatorCatalogue.Announced, IndicatorBreakdown.None, fact).Measures).ShouldBe("ANNOUNCED 1/=1 | ANNOUNCED_48H 0/1=0");
    }

    [Fact]
    public void Given_five_who_left_When_35_is_counted_Then_who_went_home_without_all_confirmed_is_unprepared()
    {
        var nursing = new ReturnNeedsStated(Hospital, [CareNeed.Nursing]);
        var confirmed = new ArrangementConfirmed(Hospital, CareNeed.Nursing, ProviderNumber.TryParse("10000000017", out var n) ? n : default!, ConfirmationChannel.Phone,
            Friday.AddHours(3), Domain.Kernel.Protected<string>.Of(Person(1), "x"));
        var left = new PersonDischarged(Hospital, Friday, DischargeDestination.Home, new("M1"));
        var facts = new[]
        {
            Fold(1, (Friday.AddDays(-2), nursing), (Friday.AddDays(-1), confirmed), (Friday, left)),
            Fold(2, (Friday.AddDays(-2), nursing), (Friday, left), (Friday.AddHours(1), confirmed)),
            Fold(3, (Friday, left with { Destination = null })),
            Fold(4, (Friday, left with { Destination = DischargeDestination.Rehabilitation })),
            Fold(5, (Friday, left), (Friday.AddHours(1), new DischargeCancelled(Hospital, new("M1")))),
        };
        var table = Table(IndicatorCatalogue.Unprepared, IndicatorBreakdown.Weekday, facts);
        Show(table.Measures).ShouldBe("DISCHARGED_HOME 3/=3 | UNPREPARED 2/3=66.7");
        table.Rows.Select(r => r.Key).ShouldBe(["1", "2", "3", "4", "5", "6", "7"]);
        Show(table.Rows[4].Measures).ShouldBe("DISCHARGED_HOME 3/=3 | UNPREPARED 2/3=66.7");
        Show(table.Rows[6].Measures).ShouldBe("DISCHARGED_HOME 0/=0 | UNPREPARED 0/0=");
    }

    [Fact]
    public void Given_the_last_minute_of_a_month_in_Paris_When_counted_Then_it_is_of_that_month()
    {
        var last = new DateTimeOffset(2026, 11, 30, 22, 59, 59, TimeSpan.Zero);
        var first = new DateTimeOffset(2026, 10, 31, 23, 0, 0, TimeSpan.Zero);
        November.Contains(last).ShouldBeTrue();
        November.Contains(last.AddSeconds(1)).ShouldBeFalse();
        November.Contains(first).ShouldBeTrue();
        November.Contains(first.AddSeconds(-1)).ShouldBeFalse();
        November.Contains(null).ShouldBeFalse();
    }

    [Fact]
    public void Given_alerts_taken_resolved_closed_and_reopened_When_62_is_counted_Then_each_raising_counts()
    {
        var referent = new ProfessionalId(new Guid(99, 0, 0, new byte[8]));
        AlertFinding Finding(string rule, int person) => new(rule, 1, AlertSeverity.Urgent, Person(person), new(null, Hospital, Friday, new CommuneCode("47001")), null,
            [new(AlertRecipientRole.Referent, referent, null)]);
        var cause = new AlertCause(Guid.Empty, "x", Friday, Friday, "platform");
        AlertTrace Fold(params (DateTimeOffset At, AlertEvent Fact)[] facts) => facts.Aggregate((AlertTrace?)null, (row, f) => AlertTrace.Next(row, f.Fact, f.At))!;
        var by = new ProfessionalId(Guid.Empty);
        var facts = new IndicatorFacts([],
        [
            Fold((Friday, new AlertRaised(Finding("AL01", 1), cause)), (Friday.AddMinutes(10), new AlertTaken(by)), (Friday.AddMinutes(50), new AlertResolved(cause)),
                (Friday.AddHours(2), new AlertReopened(Finding("AL01", 1), cause)), (Friday.AddHours(3), new AlertTaken(by))),
            Fold((Friday, new AlertRaised(Finding("AL02", 2), cause)),
                (Friday.AddMinutes(5), new AlertAcknowledged(by, Domain.Kernel.Protected<string>.Of(Person(2), "x")))),
            Fold((Friday.AddMonths(-2), new AlertRaised(Finding("AL02", 3), cause))),
        ], []);
        var table = IndicatorCatalogue.Alerts.Compute(facts, November, IndicatorBreakdown.Rule, Today);
        // Raised 3 times; taken after 10 and 60 minutes; one resolved, one closed without action, one open; 23 days of November have begun.
        Show(table.Measures).ShouldBe("RAISED 3/=3 | TAKE_OVER_MEDIAN /2=35 | AUTO_RESOLVED 1/3=33.3 | WITHOUT_ACTION 1/3=33.3 | PER_REFERENT_PER_DAY 3/23=0.13");
        table.Rows.Select(r => (r.Key, r.Measures[0].Numerator)).ShouldBe([("AL01", 2), ("AL02", 1), ("AL05", 0), ("AL09", 0), ("AL47", 0)]);
    }

    [Theory]
    [InlineData("2026", "2026-01-01", "2026-12-31")]
    [InlineData("2026-Q4", "2026-10-01", "2026-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2026-W48", "2026-11-23", "2026-11-29")]
    [InlineData("2026-W53", "2026-12-28", "2027-01-03")]
    [InlineData("2026-11-01/2026-11-30", "2026-11-01", "2026-11-30")]
    public void Given_a_period_When_read_Then_its_first_and_last_day_are_known(string text, string from, string to) =>
        Period(text).ShouldBe(new(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("", "PERIOD_FORMAT")]
    [InlineData("2026-Q5", "PERIOD_FORMAT")]
    [InlineData("2026-13", "PERIOD_FORMAT")]
    [InlineData("2025-W53", "PERIOD_FORMAT")]
    [InlineData("2026-W00", "PERIOD_FORMAT")]
    [InlineData("0000", "PERIOD_FORMAT")]
    [InlineData("2026\n", "PERIOD_FORMAT")]
    [InlineData("٢٠٢٦", "PERIOD_FORMAT")]
    [InlineData("2026-11-31/2026-12-01", "PERIOD_FORMAT")]
    [InlineData("2026-12-01/2026-11-30", "PERIOD_ORDER")]
    [InlineData("2000-01-01/2026-11-30", "PERIOD_LENGTH")]
    public void Given_a_bad_period_When_read_Then_the_rule_is_named(string text, string expected)
    {
        IndicatorPeriod.TryParse(text, out _, out var rule).ShouldBeFalse();
        rule.ShouldBe(expected);
    }
}
