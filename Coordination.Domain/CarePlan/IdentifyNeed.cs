using Coordination.Domain.CareRecord;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CarePlan;

/// <summary>Add a need to a draft, under a problem or on its own.</summary>
public sealed record IdentifyNeed(Guid Item, Guid? Problem, NeedClass Need, bool Met, DataClass DataClass, string Text)
{
    /// <summary>Once per id, under a problem that stands in the plan.</summary>
    public static Decision Decide(IdentifyNeed command, CarePlan? state, CommandContext context)
    {
        if (CarePlan.WhyNotDraft(state) is { } error) return Decision.Refuse(error);
        if (state!.Find(command.Item) is not null) return Decision.Nothing;
        if (command.Problem is { } problem && state.Find(problem) is not { Kind: PlanItemKind.Problem }) return Decision.Refuse(new PlanItemNotFound("problem"));
        return Decision.Accept(new NeedIdentified(
            command.Item, command.Problem, command.Need, command.Met, command.DataClass, Protected<string>.Of(state.Person, command.Text.Trim())));
    }
}

/// <summary>Shape of <see cref="IdentifyNeed"/>.</summary>
public sealed class IdentifyNeedValidator : AbstractValidator<IdentifyNeed>
{
    /// <summary>Some text.</summary>
    public IdentifyNeedValidator() => RuleFor(c => c.Text).PlanText("text");
}
