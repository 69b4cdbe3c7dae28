using System.Collections.Immutable;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CarePlan;

/// <summary>Say which care pathways the plan carries out.</summary>
/// <param name="Running">The person's pathways that go on.</param>
/// <param name="SeenVersion">The version of the plan the sender saw.</param>
public sealed record NamePlanPathways(ImmutableArray<Guid> Pathways, ImmutableArray<Guid> Running, long SeenVersion)
{
    /// <summary>Pathways of this person that go on; one that was named before may stay after it ended.</summary>
    public static Decision Decide(NamePlanPathways command, CarePlan? state, CommandContext context)
    {
        if (CarePlan.WhyNotDraft(state) is { } error) return Decision.Refuse(error);
        if (command.Pathways.Any(p => !command.Running.Contains(p) && !state!.Pathways.Contains(p))) return Decision.Refuse(new PlanPathwayUnknown());
        ImmutableArray<Guid> named = [.. command.Pathways.Distinct()];
        if (named.ToHashSet().SetEquals(state!.Pathways)) return Decision.Nothing;
        return state.Changes.GetValueOrDefault(PlanField.Pathways) is var changed && changed > command.SeenVersion
            ? Decision.Refuse(new PlanItemChanged(null, PlanField.Pathways, changed))
            : Decision.Accept(new PlanPathwaysNamed(named));
    }
}
