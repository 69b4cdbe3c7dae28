using Coordination.Domain.Kernel;

namespace Coordination.Domain.CaseFinding;

/// <summary>When a first answer is due (DOMAIN AL10): one hour when critical, one working day when urgent, three when normal.</summary>
public static class FirstAnswer
{
    /// <summary>
    /// The deadline of a request received at an instant, on the calendar of its territory. What comes on a working day is due at the same time of a later
    /// one; what comes on a day off counts from the next working day and has all of the last one.
    /// </summary>
    public static DateTimeOffset DueAt(RequestUrgency urgency, DateTimeOffset received, HolidayRegime regime)
    {
        if (urgency is RequestUrgency.Critical) return received.AddHours(1).ToUniversalTime();
        var calendar = WorkingCalendar.Of(regime);
        var local = calendar.ToLocal(received);
        var day = DateOnly.FromDateTime(local.DateTime);
        var last = calendar.Add(day, urgency is RequestUrgency.Urgent ? 1 : 3);
        return calendar.IsWorkingDay(day)
            ? calendar.FromLocal(last, TimeOnly.FromDateTime(local.DateTime))
            : calendar.FromLocal(last.AddDays(1), TimeOnly.MinValue);
    }
}
