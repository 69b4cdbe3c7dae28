using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CarePlan;

/// <summary>Say that an action has begun, was done, was not done, or is not wanted any more.</summary>
/// <param name="Reason">Why it was not done; needed then only.</param>
/// <param name="Leads">The actor may change the plan.</param>
public sealed record ReportAction(Guid Item, ActionStatus Status, NotDoneReason? Reason, string? Text, bool Leads)
{
    /// <summary>By the owner or who leads the plan, which was validated once; only who leads it cancels.</summary>
    public static Decision Decide(ReportAction command, CarePlan? state, CommandContext context)
    {
        if (CarePlan.WhyNotOpen(state) is { } error) return Decision.Refuse(error);
        if (state!.Find(command.Item) is not { Kind: PlanItemKind.Action } item) return Decision.Refuse(new PlanItemNotFound());
        var owns = context.Actor.Professional is { } me && item.Owner?.Professional == me;
        if (!command.Leads && (!owns || command.Status is ActionStatus.Cancelled)) return Decision.Refuse(new NotTheActionOwner());
        if (state.InForce is null && command.Status is not ActionStatus.Cancelled) return Decision.Refuse(new CarePlanInOtherState(state.Status));
        if (item.Action == command.Status && item.NotDone == command.Reason) return Decision.Nothing;
        return Decision.Accept(command.Status switch
        {
            ActionStatus.UnderWay => new ActionStarted(item.Id),
            ActionStatus.Done => new ActionDone(item.Id),
            ActionStatus.Cancelled => new ActionCancelled(item.Id),
            _ => new ActionNotDone(item.Id, command.Reason!.Value, string.IsNullOrWhiteSpace(command.Text) ? null : Protected<string>.Of(state.Person, command.Text.Trim())),
        });
    }
}

/// <summary>Shape of <see cref="ReportAction"/>.</summary>
public sealed class ReportActionValidator : AbstractValidator<ReportAction>
{
    /// <summary>One of the four, and a reason with « not done » and no other.</summary>
    public ReportActionValidator()
    {
        RuleFor(c => c.Status).Must(s => s is ActionStatus.UnderWay or ActionStatus.Done or ActionStatus.NotDone or ActionStatus.Cancelled)
            .WithErrorCode("ACTION_REPORT").OverridePropertyName("status");
        RuleFor(c => c.Reason).Must((c, reason) => reason is not null == c.Status is ActionStatus.NotDone).WithErrorCode("REASON_IF_NOT_DONE").OverridePropertyName("reason");
        RuleFor(c => c.Text).OptionalPlanText("text");
    }
}
