namespace Coordination.Domain.Kernel;

/// <summary>Working days and time of metropolitan France: what is said in Paris time whatever the territory.</summary>
public static class WorkingDays
{
    private static readonly WorkingCalendar Paris = WorkingCalendar.Of(HolidayRegime.Metropolitan);

    /// <summary>Neither a week-end nor a public holiday.</summary>
    public static bool IsWorkingDay(DateOnly day) => Paris.IsWorkingDay(day);

    /// <summary>The first working day after a day.</summary>
    public static DateOnly Next(DateOnly day) => Paris.Next(day);

    /// <summary>One of the eleven public holidays.</summary>
    public static bool IsHoliday(DateOnly day) => Paris.IsHoliday(day);

    /// <summary>An instant in Paris.</summary>
    public static DateTimeOffset ToParis(DateTimeOffset instant) => Paris.ToLocal(instant);

    /// <summary>The instant of a day and time in Paris; a time that the change to summer skips is an hour later.</summary>
    public static DateTimeOffset FromParis(DateOnly day, TimeOnly time) => Paris.FromLocal(day, time);
}
