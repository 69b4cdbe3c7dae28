using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CarePlan;

/// <summary>Begin a plan: the first one of a person, or the next one after a closed one.</summary>
/// <param name="HasReferent">Whether the record has one.</param>
/// <param name="ReviewOn">When it is looked at again; proposed from the intensity when not said.</param>
public sealed record DraftCarePlan(PersonId Person, bool HasReferent, FollowUpIntensity? Intensity, DateOnly? ReviewOn)
{
    /// <summary>One plan per person, and none without a referent.</summary>
    public static Decision Decide(DraftCarePlan command, CarePlan? state, CommandContext context)
    {
        // A draft that was just begun and has nothing in it yet is what is asked for.
        if (state is { Status: PlanStatus.Draft, Items.IsEmpty: true } && state.InForce != state.Number) return Decision.Nothing;
        if (state is { IsOpen: true }) return Decision.Refuse(new CarePlanExists());
        if (!command.HasReferent) return Decision.Refuse(new PlanNeedsReferent());
        var on = command.ReviewOn ?? ReviewCalendar.Proposed(command.Intensity, context.Today);
        if (ReviewCalendar.Problem(on, command.Intensity, context.Today) is { } problem) return Decision.Refuse(problem);
        return Decision.Accept(new CarePlanDrafted(command.Person, (state?.Number ?? 0) + 1, on));
    }
}
