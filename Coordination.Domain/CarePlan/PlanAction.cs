using Coordination.Domain.CareRecord;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CarePlan;

/// <summary>Plan an action towards an objective: who, by when, of which recourse.</summary>
public sealed record PlanAction(Guid Item, Guid Objective, Recourse Recourse, PlanParty Owner, DateOnly Due, DataClass DataClass, string Text)
{
    /// <summary>Once per id, under an objective that stands in the plan, with an owner, due today or later.</summary>
    public static Decision Decide(PlanAction command, CarePlan? state, CommandContext context)
    {
        if (CarePlan.WhyNotDraft(state) is { } error) return Decision.Refuse(error);
        if (state!.Find(command.Item) is not null) return Decision.Nothing;
        if (state.Find(command.Objective) is not { Kind: PlanItemKind.Objective }) return Decision.Refuse(new PlanItemNotFound("objective"));
        if (command.Due < context.Today) return Decision.Refuse(new InvalidCommand("due", "NOT_IN_PAST"));
        return Decision.Accept(new ActionPlanned(command.Item, command.Objective, command.Recourse, command.Owner, command.Due, command.DataClass,
            Protected<string>.Of(state.Person, command.Text.Trim())));
    }
}

/// <summary>Shape of <see cref="PlanAction"/>.</summary>
public sealed class PlanActionValidator : AbstractValidator<PlanAction>
{
    /// <summary>Some text, and an owner who is named where he has to be.</summary>
    public PlanActionValidator()
    {
        RuleFor(c => c.Text).PlanText("text");
        RuleFor(c => c.Owner).Must(o => o.IsWhole).WithErrorCode("OWNER_NAMED").OverridePropertyName("owner");
    }
}
