using Coordination.Domain.Kernel;

namespace Coordination.Domain.CarePlan;

/// <summary>Put an item before another one, or last.</summary>
public sealed record MovePlanItem(Guid Item, Guid? Before)
{
    /// <summary>Both stand in the plan; where it stands already nothing happens.</summary>
    public static Decision Decide(MovePlanItem command, CarePlan? state, CommandContext context)
    {
        if (CarePlan.WhyNotDraft(state) is { } error) return Decision.Refuse(error);
        if (state!.Find(command.Item) is not { } item) return Decision.Refuse(new PlanItemNotFound());
        if (command.Before is { } next && (next == command.Item || state.Find(next) is null)) return Decision.Refuse(new PlanItemNotFound("before"));
        var at = state.Items.IndexOf(item);
        var follows = at + 1 < state.Items.Length ? state.Items[at + 1].Id : (Guid?)null;
        return follows == command.Before ? Decision.Nothing : Decision.Accept(new PlanItemMoved(command.Item, command.Before));
    }
}
