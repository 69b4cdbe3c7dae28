using Coordination.Domain.CareRecord;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CarePlan;

/// <summary>Note a review that was held: its summary, and when the next one is.</summary>
/// <param name="Next">The next one; proposed from the intensity when not said.</param>
public sealed record HoldPlanReview(DateOnly On, DateOnly? Next, string Summary, FollowUpIntensity? Intensity)
{
    /// <summary>Of a plan in force, on a day that has come, once per day.</summary>
    public static Decision Decide(HoldPlanReview command, CarePlan? state, CommandContext context)
    {
        if (CarePlan.WhyNotOpen(state) is { } error) return Decision.Refuse(error);
        if (state!.LastReview == command.On && state.Status is PlanStatus.UnderWay) return Decision.Nothing;
        if (state.Status is not (PlanStatus.Validated or PlanStatus.UnderWay or PlanStatus.ToReview)) return Decision.Refuse(new CarePlanInOtherState(state.Status));
        if (command.On > context.Today) return Decision.Refuse(new InvalidCommand("on", "NOT_IN_FUTURE"));
        var next = command.Next ?? ReviewCalendar.Proposed(command.Intensity, context.Today);
        return ReviewCalendar.Problem(next, command.Intensity, context.Today) is { } problem
            ? Decision.Refuse(problem)
            : Decision.Accept(new PlanReviewHeld(command.On, next, Protected<string>.Of(state.Person, command.Summary.Trim())));
    }
}

/// <summary>Shape of <see cref="HoldPlanReview"/>.</summary>
public sealed class HoldPlanReviewValidator : AbstractValidator<HoldPlanReview>
{
    /// <summary>A summary.</summary>
    public HoldPlanReviewValidator() => RuleFor(c => c.Summary).PlanText("summary");
}
