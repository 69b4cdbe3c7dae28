using System.Collections.Immutable;

namespace Coordination.Domain.Kernel;

/// <summary>The hours of one weekday.</summary>
public sealed record WeekdayHours(DayOfWeek Day, TimeOnly Opens, TimeOnly Closes);

/// <summary>Who relays on one weekday.</summary>
public sealed record WeekdayRelay(DayOfWeek Day, string Relay);

/// <summary>Days on which the service does not answer although it should, first and last included.</summary>
public sealed record ExceptionalClosure(Guid Id, DateOnly From, DateOnly To, string Reason);

/// <summary>Hours of a service, in its local time; it never answers on public holidays.</summary>
/// <param name="Opens">When it opens, Monday to Friday, unless a week says otherwise.</param>
/// <param name="Closes">When it closes.</param>
/// <param name="Relay">Who answers otherwise; null when nobody does.</param>
public sealed record OpeningHours(TimeOnly Opens, TimeOnly Closes, string? Relay)
{
    // Longer than any closure that may be planned lasts, from the last day on which it may begin.
    private const int Horizon = 1500;

    /// <summary>Whose holidays and time.</summary>
    public HolidayRegime Regime { get; init; }

    /// <summary>The hours of each day that has some; empty: Monday to Friday alike.</summary>
    public ImmutableArray<WeekdayHours> Week { get; init; } = [];

    /// <summary>Who relays on days that have a relay of their own; public holidays are Sundays.</summary>
    public ImmutableArray<WeekdayRelay> Relays { get; init; } = [];

    /// <summary>Exceptional closures, by their first day.</summary>
    public ImmutableArray<ExceptionalClosure> Closures { get; init; } = [];

    private WorkingCalendar Calendar => WorkingCalendar.Of(Regime);

    /// <summary>The hours of a day; null when the service does not answer on it.</summary>
    public WeekdayHours? On(DateOnly day)
    {
        if (Calendar.IsHoliday(day) || Closures.Any(c => c.From <= day && day <= c.To)) return null;
        if (!Week.IsEmpty) return Week.FirstOrDefault(h => h.Day == day.DayOfWeek);
        return day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? null : new(day.DayOfWeek, Opens, Closes);
    }

    /// <summary>When the service opens next; null while it is open.</summary>
    public DateTimeOffset? ClosedUntil(DateTimeOffset instant)
    {
        var local = Calendar.ToLocal(instant);
        var (day, time) = (DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime));
        if (On(day) is { } today && time < today.Closes) return time >= today.Opens ? null : Calendar.FromLocal(day, today.Opens);
        for (var ahead = 1; ahead < Horizon; ahead++)
            if (On(day.AddDays(ahead)) is { } next) return Calendar.FromLocal(day.AddDays(ahead), next.Opens);
        return DateTimeOffset.MaxValue;
    }

    /// <summary>Who answers at an instant at which the service does not; null when nobody does.</summary>
    public string? RelayAt(DateTimeOffset instant)
    {
        var day = DateOnly.FromDateTime(Calendar.ToLocal(instant).DateTime);
        var weekday = Calendar.IsHoliday(day) ? DayOfWeek.Sunday : day.DayOfWeek;
        return Relays.FirstOrDefault(r => r.Day == weekday)?.Relay ?? Relay;
    }
}
