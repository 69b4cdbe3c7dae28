using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CarePlan;

/// <summary>The owner of an action says whether it will be done; who leads the plan may note the answer for him.</summary>
/// <param name="Leads">The actor may change the plan.</param>
/// <param name="Reason">Why not; needed with a no only.</param>
public sealed record AnswerAction(Guid Item, bool Accepts, string? Reason, bool Leads)
{
    /// <summary>From the owner, or for him; not once the action was done or given up.</summary>
    public static Decision Decide(AnswerAction command, CarePlan? state, CommandContext context)
    {
        if (CarePlan.WhyNotOpen(state) is { } error) return Decision.Refuse(error);
        if (state!.Find(command.Item) is not { Kind: PlanItemKind.Action } item) return Decision.Refuse(new PlanItemNotFound());
        if (!command.Leads && (context.Actor.Professional is null || item.Owner?.Professional != context.Actor.Professional)) return Decision.Refuse(new NotTheActionOwner());
        return item.Action switch
        {
            ActionStatus.Done or ActionStatus.NotDone or ActionStatus.Cancelled => Decision.Refuse(new InvalidCommand("item", "ACTION_OVER")),
            ActionStatus.Accepted or ActionStatus.UnderWay when command.Accepts => Decision.Nothing,
            ActionStatus.Declined when !command.Accepts => Decision.Nothing,
            _ => Decision.Accept(command.Accepts
                ? new ActionAccepted(item.Id)
                : new ActionDeclined(item.Id, Protected<string>.Of(state.Person, command.Reason!.Trim()))),
        };
    }
}

/// <summary>Shape of <see cref="AnswerAction"/>.</summary>
public sealed class AnswerActionValidator : AbstractValidator<AnswerAction>
{
    /// <summary>A no has its reason.</summary>
    public AnswerActionValidator() => RuleFor(c => c.Reason!).PlanText("reason", c => !c.Accepts);
}
