using Coordination.Domain.Kernel;

namespace Coordination.Tests.Kernel;

public sealed class WorkingDaysTests
{
    // Official calendars of 2026 and 2027.
    [Theory]
    [InlineData(2026, 1, 1)]
    [InlineData(2026, 4, 6)]
    [InlineData(2026, 5, 1)]
    [InlineData(2026, 5, 8)]
    [InlineData(2026, 5, 14)]
    [InlineData(2026, 5, 25)]
    [InlineData(2026, 7, 14)]
    [InlineData(2026, 8, 15)]
    [InlineData(2026, 11, 1)]
    [InlineData(2026, 11, 11)]
    [InlineData(2026, 12, 25)]
    [InlineData(2027, 3, 29)]
    [InlineData(2027, 5, 6)]
    [InlineData(2027, 5, 17)]
    public void Given_a_public_holiday_Then_it_is_no_working_day(int year, int month, int day) =>
        WorkingDays.IsWorkingDay(new(year, month, day)).ShouldBeFalse();

    [Fact]
    public void Given_a_year_Then_it_has_eleven_public_holidays() =>
        Enumerable.Range(2000, 100).ShouldAllBe(year => Enumerable.Range(0, 365).Count(d => WorkingDays.IsHoliday(new DateOnly(year, 1, 1).AddDays(d))) >= 10);

    [Fact]
    public void Given_the_eve_of_a_long_weekend_Then_the_next_working_day_is_after_it() =>
        WorkingDays.Next(new(2026, 4, 3)).ShouldBe(new(2026, 4, 7));

    [Theory]
    [InlineData("2026-11-23T08:00:00Z", null)] // Monday 9:00
    [InlineData("2026-11-23T07:59:59Z", "2026-11-23T08:00:00Z")]
    [InlineData("2026-11-27T16:30:00Z", "2026-11-30T08:00:00Z")] // Friday 17:30
    [InlineData("2026-11-28T11:00:00Z", "2026-11-30T08:00:00Z")] // Saturday
    [InlineData("2026-07-13T16:00:00Z", "2026-07-15T07:00:00Z")] // eve of 14 July, summer time
    [InlineData("2026-11-10T20:00:00Z", "2026-11-12T08:00:00Z")] // 11 November between
    public void Given_opening_hours_When_asked_Then_they_say_when_the_service_opens_next(string instant, string? opens)
    {
        var hours = new OpeningHours(new(9, 0), new(17, 30), null);
        DateTimeOffset? expected = opens is null ? null : DateTimeOffset.Parse(opens, System.Globalization.CultureInfo.InvariantCulture);
        hours.ClosedUntil(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(expected);
    }
}
