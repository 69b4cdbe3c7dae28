using Coordination.Domain.CareRecord;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CarePlan;

/// <summary>Say when the plan is looked at again.</summary>
/// <param name="Intensity">How closely the person is followed: it sets the last day allowed.</param>
/// <param name="SeenVersion">The version of the plan the sender saw.</param>
public sealed record SchedulePlanReview(DateOnly On, FollowUpIntensity? Intensity, long SeenVersion)
{
    /// <summary>Within the limit; somebody else's change since is told.</summary>
    public static Decision Decide(SchedulePlanReview command, CarePlan? state, CommandContext context)
    {
        if (CarePlan.WhyNotOpen(state) is { } error) return Decision.Refuse(error);
        if (state!.ReviewOn == command.On) return Decision.Nothing;
        if (ReviewCalendar.Problem(command.On, command.Intensity, context.Today) is { } problem) return Decision.Refuse(problem);
        return state.Changes.GetValueOrDefault(PlanField.ReviewDate) is var changed && changed > command.SeenVersion
            ? Decision.Refuse(new PlanItemChanged(null, PlanField.ReviewDate, changed))
            : Decision.Accept(new PlanReviewScheduled(command.On));
    }
}
