using Coordination.Domain.CareRecord;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CarePlan;

/// <summary>When a plan is looked at again: within twelve months, within three when the person is followed intensively.</summary>
public static class ReviewCalendar
{
    /// <summary>The last day allowed.</summary>
    public static DateOnly Latest(FollowUpIntensity? intensity, DateOnly from) => from.AddMonths(intensity is FollowUpIntensity.Intensive ? 3 : 12);

    /// <summary>The day proposed: three months when intensive, six when sustained, twelve otherwise.</summary>
    public static DateOnly Proposed(FollowUpIntensity? intensity, DateOnly from) => from.AddMonths(intensity switch
    {
        FollowUpIntensity.Intensive => 3,
        FollowUpIntensity.Sustained => 6,
        _ => 12,
    });

    /// <summary>What is wrong with a review day; null when nothing is.</summary>
    public static DomainError? Problem(DateOnly on, FollowUpIntensity? intensity, DateOnly today) =>
        on < today ? new InvalidCommand("reviewOn", "NOT_IN_PAST")
        : on > Latest(intensity, today) ? new ReviewTooLate(Latest(intensity, today))
        : null;
}
