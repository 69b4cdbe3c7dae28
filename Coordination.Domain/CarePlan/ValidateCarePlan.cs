using Coordination.Domain.Kernel;

namespace Coordination.Domain.CarePlan;

/// <summary>Put the version proposed in force.</summary>
/// <param name="Leads">The actor is the referent, stands in for him, or is the médecin traitant.</param>
public sealed record ValidateCarePlan(bool Leads)
{
    /// <summary>By who leads it, once the person agreed or her refusal was noted with its reason; validating signs it.</summary>
    public static Decision Decide(ValidateCarePlan command, CarePlan? state, CommandContext context)
    {
        if (CarePlan.WhyNotOpen(state) is { } error) return Decision.Refuse(error);
        if (state!.InForce == state.Number) return Decision.Nothing;
        if (state.Status is not PlanStatus.Proposed) return Decision.Refuse(new CarePlanInOtherState(state.Status));
        if (!command.Leads || context.Actor.Professional is not { } me) return Decision.Refuse(new NotTheirsToValidate());
        if (state.Agreement is null) return Decision.Refuse(new PlanAgreementMissing());
        return state.Signatures.Contains(me)
            ? Decision.Accept(new CarePlanValidated(state.Number))
            : Decision.Accept(new CarePlanSigned(me), new CarePlanValidated(state.Number));
    }
}
