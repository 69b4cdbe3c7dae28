using Coordination.Domain.Kernel;

namespace Coordination.Domain.CarePlan;

/// <summary>Sign the version at hand, as the professional who asks.</summary>
public sealed record SignCarePlan
{
    /// <summary>Once per version; not a draft.</summary>
    public static Decision Decide(SignCarePlan command, CarePlan? state, CommandContext context)
    {
        if (CarePlan.WhyNotOpen(state) is { } error) return Decision.Refuse(error);
        if (state!.Status is PlanStatus.Draft) return Decision.Refuse(new CarePlanInOtherState(state.Status));
        if (context.Actor.Professional is not { } me) return Decision.Refuse(new NotTheirsToValidate());
        return state.Signatures.Contains(me) ? Decision.Nothing : Decision.Accept(new CarePlanSigned(me));
    }
}
