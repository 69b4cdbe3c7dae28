using Coordination.Domain.Kernel;

namespace Coordination.Domain.CarePlan;

/// <summary>Show a draft to the person and the team for their agreement.</summary>
public sealed record ProposeCarePlan
{
    /// <summary>It has an objective, and each one that is not evaluated has an action that is not given up.</summary>
    public static Decision Decide(ProposeCarePlan command, CarePlan? state, CommandContext context)
    {
        if (state is { Status: PlanStatus.Proposed }) return Decision.Nothing;
        if (CarePlan.WhyNotDraft(state) is { } error) return Decision.Refuse(error);
        var objectives = state!.Items.Where(i => i.Kind is PlanItemKind.Objective).ToList();
        var bare = objectives.Where(o => !o.IsEvaluated && !state.Under(o.Id).Any(a => a.Action is not (ActionStatus.Cancelled or ActionStatus.Declined))).ToList();
        return objectives.Count == 0 || bare.Count > 0
            ? Decision.Refuse(new CarePlanIncomplete([.. bare.Select(o => o.Id)]))
            : Decision.Accept(new CarePlanProposed());
    }
}
