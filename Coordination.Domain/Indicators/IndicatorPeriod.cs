using System.Globalization;
using System.Text.RegularExpressions;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Indicators;

/// <summary>Whole days of Paris, first and last included.</summary>
public sealed partial record IndicatorPeriod(DateOnly From, DateOnly To)
{
    /// <summary>The rule that a text breaks when it is none of the known forms.</summary>
    public const string FormatRule = "PERIOD_FORMAT";

    /// <summary>The rule that a period breaks when it ends before it begins.</summary>
    public const string OrderRule = "PERIOD_ORDER";

    /// <summary>The rule that a period of more than ten years breaks.</summary>
    public const string LengthRule = "PERIOD_LENGTH";

    private const int MostYears = 10;

    /// <summary>The first instant.</summary>
    public DateTimeOffset Start => WorkingDays.FromParis(From, TimeOnly.MinValue);

    /// <summary>The first instant after it.</summary>
    public DateTimeOffset End => WorkingDays.FromParis(To.AddDays(1), TimeOnly.MinValue);

    /// <summary>True when the instant is within.</summary>
    public bool Contains(DateTimeOffset? instant) => instant >= Start && instant < End;

    /// <summary>How many of its days have begun on a day.</summary>
    public int DaysBegun(DateOnly today) => Math.Max(0, (today < To ? today : To).DayNumber - From.DayNumber + 1);

    /// <summary>The month of a day.</summary>
    public static IndicatorPeriod MonthOf(DateOnly day) => Months(day.Year, day.Month, 1);

    /// <summary>Reads <c>2026</c>, <c>2026-Q4</c>, <c>2026-11</c>, <c>2026-W48</c> or <c>2026-11-01/2026-11-30</c>; false with the rule broken otherwise.</summary>
    public static bool TryParse(string text, out IndicatorPeriod period, out string rule)
    {
        (period, rule) = (MonthOf(DateOnly.MinValue), FormatRule);
        if (Form().Match(text) is not { Success: true } m || Read(m) is not { } read) return false;
        if (read.To < read.From) rule = OrderRule;
        else if (read.To.Year - read.From.Year > MostYears) rule = LengthRule;
        else
        {
            (period, rule) = (read, "");
            return true;
        }

        return false;
    }

    private static IndicatorPeriod? Read(Match m)
    {
        int Number(string group) => int.Parse(m.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
        if (m.Groups["from"].Success) return Day(m.Groups["from"].Value) is { } from && Day(m.Groups["to"].Value) is { } to ? new(from, to) : null;
        var year = Number("year");
        // The first years and the last of the calendar have no day before, and none after.
        if (year is < 1900 or > 2200) return null;
        if (m.Groups["quarter"].Success) return Months(year, (Number("quarter") * 3) - 2, 3);
        if (m.Groups["month"].Success) return Number("month") is >= 1 and <= 12 and var month ? Months(year, month, 1) : null;
        if (!m.Groups["week"].Success) return Months(year, 1, 12);
        var week = Number("week");
        if (week < 1 || week > ISOWeek.GetWeeksInYear(year)) return null;
        var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        return new(monday, monday.AddDays(6));
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2200 ? day : null;

    private static IndicatorPeriod Months(int year, int month, int count)
    {
        var first = new DateOnly(year, month, 1);
        return new(first, first.AddMonths(count).AddDays(-1));
    }

    [GeneratedRegex(@"\A(?:(?<year>[0-9]{4})(?:-Q(?<quarter>[1-4])|-W(?<week>[0-9]{2})|-(?<month>[0-9]{2}))?|(?<from>[0-9]{4}-[0-9]{2}-[0-9]{2})/(?<to>[0-9]{4}-[0-9]{2}-[0-9]{2}))\z")]
    private static partial Regex Form();
}
