using Coordination.Domain.Kernel;

namespace Coordination.Domain.CarePlan;

/// <summary>Write the plan again: a version in force stays readable as it was, one only proposed goes back to the draft.</summary>
public sealed record ReviseCarePlan
{
    /// <summary>Nothing for what is a draft already.</summary>
    public static Decision Decide(ReviseCarePlan command, CarePlan? state, CommandContext context) =>
        CarePlan.WhyNotOpen(state) is { } error ? Decision.Refuse(error)
        : state!.Status is PlanStatus.Draft ? Decision.Nothing
        : Decision.Accept(new CarePlanRevised(state.InForce == state.Number ? state.Number + 1 : state.Number));
}
