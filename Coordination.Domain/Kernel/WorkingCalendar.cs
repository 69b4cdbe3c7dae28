using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Coordination.Domain.Kernel;

/// <summary>A public holiday of a year.</summary>
public sealed record HolidayDay(DateOnly Day, PublicHoliday Holiday);

/// <summary>Working days (jours ouvrés: Monday to Friday without public holidays) and local time of one regime.</summary>
public sealed class WorkingCalendar
{
    private static readonly FrozenDictionary<HolidayRegime, WorkingCalendar> All = new WorkingCalendar[]
    {
        new(HolidayRegime.Metropolitan, "Europe/Paris", null),
        new(HolidayRegime.AlsaceMoselle, "Europe/Paris", null),
        new(HolidayRegime.Guadeloupe, "America/Guadeloupe", (5, 27)),
        new(HolidayRegime.Martinique, "America/Martinique", (5, 22)),
        new(HolidayRegime.Guyane, "America/Cayenne", (6, 10)),
        new(HolidayRegime.Reunion, "Indian/Reunion", (12, 20)),
        new(HolidayRegime.Mayotte, "Indian/Mayotte", (4, 27)),
        new(HolidayRegime.SaintBarthelemy, "America/St_Barthelemy", (10, 9)),
        new(HolidayRegime.SaintMartin, "America/Marigot", (5, 28)),
        new(HolidayRegime.SaintPierreEtMiquelon, "America/Miquelon", null),
    }.ToFrozenDictionary(c => c.Regime);

    private readonly TimeZoneInfo zone;
    private readonly (int Month, int Day)? abolition;
    private readonly ConcurrentDictionary<int, ImmutableArray<HolidayDay>> known = new();

    private WorkingCalendar(HolidayRegime regime, string zone, (int Month, int Day)? abolition) =>
        (Regime, this.zone, this.abolition) = (regime, TimeZoneInfo.FindSystemTimeZoneById(zone), abolition);

    /// <summary>Whose calendar it is.</summary>
    public HolidayRegime Regime { get; }

    /// <summary>The IANA name of its time zone.</summary>
    public string Zone => zone.Id;

    /// <summary>The calendar of a regime.</summary>
    public static WorkingCalendar Of(HolidayRegime regime) => All[regime];

    /// <summary>The public holidays of a year, in order; two may fall on one day.</summary>
    public ImmutableArray<HolidayDay> HolidaysOf(int year) => known.GetOrAdd(year, Reckon);

    /// <summary>A public holiday of this regime.</summary>
    public bool IsHoliday(DateOnly day) => HolidaysOf(day.Year).Any(h => h.Day == day);

    /// <summary>Neither a week-end nor a public holiday.</summary>
    public bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    /// <summary>The first working day after a day.</summary>
    public DateOnly Next(DateOnly day)
    {
        do day = day.AddDays(1);
        while (!IsWorkingDay(day));
        return day;
    }

    /// <summary>The day that is so many working days after a day (« J+n ouvrés »); the day itself for none.</summary>
    public DateOnly Add(DateOnly day, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        for (; workingDays > 0; workingDays--) day = Next(day);
        return day;
    }

    /// <summary>An instant in local time.</summary>
    public DateTimeOffset ToLocal(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);

    /// <summary>The instant of a local day and time; a time that the change to summer skips is an hour later, one that comes twice is the second.</summary>
    public DateTimeOffset FromLocal(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private ImmutableArray<HolidayDay> Reckon(int year)
    {
        var easter = Easter.Sunday(year);
        var days = new List<HolidayDay>
        {
            new(new(year, 1, 1), PublicHoliday.NewYear), new(easter.AddDays(1), PublicHoliday.EasterMonday),
            new(new(year, 5, 1), PublicHoliday.LabourDay), new(new(year, 5, 8), PublicHoliday.Victory1945),
            new(easter.AddDays(39), PublicHoliday.Ascension), new(easter.AddDays(50), PublicHoliday.WhitMonday),
            new(new(year, 7, 14), PublicHoliday.NationalDay), new(new(year, 8, 15), PublicHoliday.Assumption),
            new(new(year, 11, 1), PublicHoliday.AllSaints), new(new(year, 11, 11), PublicHoliday.Armistice1918),
            new(new(year, 12, 25), PublicHoliday.Christmas),
        };
        if (Regime is HolidayRegime.AlsaceMoselle)
            days.AddRange([new(easter.AddDays(-2), PublicHoliday.GoodFriday), new(new(year, 12, 26), PublicHoliday.SecondChristmasDay)]);
        if (abolition is { } own) days.Add(new(new(year, own.Month, own.Day), PublicHoliday.AbolitionOfSlavery));
        return [.. days.OrderBy(d => d.Day).ThenBy(d => d.Holiday)];
    }
}
