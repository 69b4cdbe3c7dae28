using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CarePlan;

/// <summary>Ask for a review before its day, since something happened.</summary>
public sealed record CallPlanReview(string Reason)
{
    /// <summary>Of a plan in force, once.</summary>
    public static Decision Decide(CallPlanReview command, CarePlan? state, CommandContext context) =>
        CarePlan.WhyNotOpen(state) is { } error ? Decision.Refuse(error)
        : state!.Status is PlanStatus.ToReview ? Decision.Nothing
        : state.Status is not (PlanStatus.Validated or PlanStatus.UnderWay) ? Decision.Refuse(new CarePlanInOtherState(state.Status))
        : Decision.Accept(new PlanReviewCalled(Protected<string>.Of(state.Person, command.Reason.Trim())));
}

/// <summary>Shape of <see cref="CallPlanReview"/>.</summary>
public sealed class CallPlanReviewValidator : AbstractValidator<CallPlanReview>
{
    /// <summary>A reason.</summary>
    public CallPlanReviewValidator() => RuleFor(c => c.Reason).PlanText("reason");
}
