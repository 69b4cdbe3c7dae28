using Coordination.Domain.Kernel;

namespace Coordination.Tests.Kernel;

/// <summary>Holidays of every regime against calendars worked out by hand, and what follows for days counted (D-05, D-11).</summary>
public sealed class WorkingCalendarTests
{
    // Easter Sunday, Easter Monday, Ascension, Whit Monday of the printed calendars.
    [Theory]
    [InlineData(2008, "03-23", "03-24", "05-01", "05-12")] // Ascension on 1 May: two holidays in one day
    [InlineData(2011, "04-24", "04-25", "06-02", "06-13")]
    [InlineData(2024, "03-31", "04-01", "05-09", "05-20")]
    [InlineData(2025, "04-20", "04-21", "05-29", "06-09")]
    [InlineData(2026, "04-05", "04-06", "05-14", "05-25")]
    [InlineData(2027, "03-28", "03-29", "05-06", "05-17")]
    [InlineData(2028, "04-16", "04-17", "05-25", "06-05")]
    [InlineData(2029, "04-01", "04-02", "05-10", "05-21")]
    [InlineData(2030, "04-21", "04-22", "05-30", "06-10")]
    [InlineData(2038, "04-25", "04-26", "06-03", "06-14")] // the latest Easter there is
    public void Given_a_year_When_its_holidays_are_made_Then_the_moving_ones_are_those_of_the_calendar(int year, string easter, string monday, string ascension, string whit)
    {
        static string Day(DateOnly day) => day.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Day(Easter.Sunday(year)).ShouldBe(easter);
        var days = WorkingCalendar.Of(HolidayRegime.Metropolitan).HolidaysOf(year);
        days.Length.ShouldBe(11);
        string Of(PublicHoliday holiday) => Day(days.Single(d => d.Holiday == holiday).Day);
        (Of(PublicHoliday.EasterMonday), Of(PublicHoliday.Ascension), Of(PublicHoliday.WhitMonday)).ShouldBe((monday, ascension, whit));
    }

    [Fact]
    public void Given_four_centuries_When_easter_is_found_Then_it_is_a_sunday_from_22_March_to_25_April()
    {
        foreach (var year in Enumerable.Range(1900, 400))
        {
            var easter = Easter.Sunday(year);
            easter.DayOfWeek.ShouldBe(DayOfWeek.Sunday);
            easter.ShouldBeInRange(new(year, 3, 22), new(year, 4, 25));
        }
    }

    [Theory]
    [InlineData(HolidayRegime.Metropolitan, 11, "")]
    [InlineData(HolidayRegime.AlsaceMoselle, 13, "04-03 12-26")]
    [InlineData(HolidayRegime.Guadeloupe, 12, "05-27")]
    [InlineData(HolidayRegime.Martinique, 12, "05-22")]
    [InlineData(HolidayRegime.Guyane, 12, "06-10")]
    [InlineData(HolidayRegime.Reunion, 12, "12-20")]
    [InlineData(HolidayRegime.Mayotte, 12, "04-27")]
    [InlineData(HolidayRegime.SaintBarthelemy, 12, "10-09")]
    [InlineData(HolidayRegime.SaintMartin, 12, "05-28")]
    [InlineData(HolidayRegime.SaintPierreEtMiquelon, 11, "")]
    public void Given_a_regime_When_its_holidays_are_compared_Then_only_its_own_are_added(HolidayRegime regime, int count, string own)
    {
        var days = WorkingCalendar.Of(regime).HolidaysOf(2026);
        days.Length.ShouldBe(count);
        string.Join(' ', days.Except(WorkingCalendar.Of(HolidayRegime.Metropolitan).HolidaysOf(2026)).Select(d => $"{d.Day:MM-dd}")).ShouldBe(own);
    }

    [Theory]
    [InlineData(HolidayRegime.Metropolitan, "2026-04-30", 7, "2026-05-13")] // over 1 and 8 May
    [InlineData(HolidayRegime.Metropolitan, "2026-05-13", 7, "2026-05-26")] // over Ascension and Whit Monday
    [InlineData(HolidayRegime.Metropolitan, "2026-05-22", 1, "2026-05-26")]
    [InlineData(HolidayRegime.AlsaceMoselle, "2026-04-02", 1, "2026-04-07")] // Good Friday, Easter Monday
    [InlineData(HolidayRegime.Metropolitan, "2026-04-02", 1, "2026-04-03")]
    [InlineData(HolidayRegime.Guadeloupe, "2026-05-26", 1, "2026-05-28")]
    [InlineData(HolidayRegime.Metropolitan, "2026-12-31", 1, "2027-01-04")] // from ISO week 53 of 2026 into week 1 of 2027
    [InlineData(HolidayRegime.Metropolitan, "2026-05-02", 0, "2026-05-02")]
    public void Given_a_delay_in_working_days_When_it_is_counted_Then_holidays_of_the_territory_are_left_out(HolidayRegime regime, string from, int days, string expected) =>
        WorkingCalendar.Of(regime).Add(Day(from), days).ShouldBe(Day(expected));

    [Fact]
    public void Given_any_day_of_ten_years_When_working_days_are_counted_Then_the_result_is_one_and_none_is_skipped()
    {
        foreach (var regime in Enum.GetValues<HolidayRegime>())
        {
            var calendar = WorkingCalendar.Of(regime);
            for (var day = new DateOnly(2020, 1, 1); day.Year < 2030; day = day.AddDays(11))
            {
                var later = calendar.Add(day, 7);
                calendar.IsWorkingDay(later).ShouldBeTrue();
                Enumerable.Range(1, later.DayNumber - day.DayNumber).Count(n => calendar.IsWorkingDay(day.AddDays(n))).ShouldBe(7);
            }
        }
    }

    [Theory]
    [InlineData(HolidayRegime.Metropolitan, "2026-07-01T10:00:00+00:00", 2)]
    [InlineData(HolidayRegime.Reunion, "2026-07-01T10:00:00+00:00", 4)]
    [InlineData(HolidayRegime.Mayotte, "2026-01-01T10:00:00+00:00", 3)]
    [InlineData(HolidayRegime.Guadeloupe, "2026-07-01T10:00:00+00:00", -4)]
    [InlineData(HolidayRegime.Martinique, "2026-07-01T10:00:00+00:00", -4)]
    [InlineData(HolidayRegime.Guyane, "2026-07-01T10:00:00+00:00", -3)]
    [InlineData(HolidayRegime.SaintPierreEtMiquelon, "2026-07-01T10:00:00+00:00", -2)]
    public void Given_an_instant_When_told_in_local_time_Then_it_is_that_of_the_territory(HolidayRegime regime, string instant, int hours) =>
        WorkingCalendar.Of(regime).ToLocal(Instant(instant)).Offset.ShouldBe(TimeSpan.FromHours(hours));

    [Theory]
    [InlineData("2026-11-28T09:30:00+01:00", null)] // Saturday morning
    [InlineData("2026-11-28T12:00:00+01:00", "2026-11-30T08:30:00+01:00")]
    [InlineData("2026-12-23T18:00:00+01:00", "2027-01-04T08:30:00+01:00")] // closed from 24 December, then New Year's Day
    [InlineData("2026-11-24T10:00:00+01:00", "2026-11-28T09:00:00+01:00")] // no hours on Tuesday
    public void Given_a_week_and_a_closure_When_asked_Then_they_say_when_the_service_opens_next(string instant, string? opens)
    {
        var hours = new OpeningHours(new(9, 0), new(17, 30), "15")
        {
            Week = [new(DayOfWeek.Monday, new(8, 30), new(18, 0)), new(DayOfWeek.Saturday, new(9, 0), new(12, 0))],
            Relays = [new(DayOfWeek.Sunday, "Astreinte")],
            Closures = [new(Guid.Empty, new(2026, 12, 24), new(2027, 1, 2), "Fêtes")],
        };
        hours.ClosedUntil(Instant(instant)).ShouldBe(opens is null ? null : Instant(opens));
        hours.RelayAt(Instant("2026-11-29T10:00:00+01:00")).ShouldBe("Astreinte");
        hours.RelayAt(Instant("2026-12-25T10:00:00+01:00")).ShouldBe("Astreinte");
        hours.RelayAt(Instant("2026-11-28T20:00:00+01:00")).ShouldBe("15");
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
