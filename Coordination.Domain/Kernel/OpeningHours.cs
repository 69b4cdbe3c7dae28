namespace Coordination.Domain.Kernel;

/// <summary>Hours of a service on French working days, in Paris time.</summary>
/// <param name="Relay">Who answers otherwise; null when nobody does.</param>
public sealed record OpeningHours(TimeOnly Opens, TimeOnly Closes, string? Relay)
{
    /// <summary>When the service opens next; null while it is open.</summary>
    public DateTimeOffset? ClosedUntil(DateTimeOffset instant)
    {
        var local = WorkingDays.ToParis(instant);
        var (day, time) = (DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime));
        if (WorkingDays.IsWorkingDay(day) && time >= Opens && time < Closes) return null;
        if (!WorkingDays.IsWorkingDay(day) || time >= Closes) day = WorkingDays.Next(day);
        return WorkingDays.FromParis(day, Opens);
    }
}
