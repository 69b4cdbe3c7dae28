using Coordination.Domain.Kernel;

namespace Coordination.Domain.CarePlan;

/// <summary>Take an item out of a draft.</summary>
/// <param name="SeenVersion">The version of the plan the sender saw.</param>
public sealed record RemovePlanItem(Guid Item, long SeenVersion)
{
    /// <summary>Nothing hangs on it, and nobody changed it since.</summary>
    public static Decision Decide(RemovePlanItem command, CarePlan? state, CommandContext context)
    {
        if (CarePlan.WhyNotDraft(state) is { } error) return Decision.Refuse(error);
        if (state!.Find(command.Item) is not { } item) return Decision.Nothing;
        if (state.Under(item.Id).Any()) return Decision.Refuse(new PlanItemInUse());
        return item.LastChange is { } change && change.Version > command.SeenVersion
            ? Decision.Refuse(new PlanItemChanged(item.Id, change.Field, change.Version))
            : Decision.Accept(new PlanItemRemoved(item.Id));
    }
}
