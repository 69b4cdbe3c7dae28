using Coordination.Domain.CareRecord;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CarePlan;

/// <summary>Set an objective, under a problem or on its own.</summary>
public sealed record SetObjective(Guid Item, Guid? Problem, DataClass DataClass, string Text, string? Criteria)
{
    /// <summary>Once per id, under a problem that stands in the plan.</summary>
    public static Decision Decide(SetObjective command, CarePlan? state, CommandContext context)
    {
        if (CarePlan.WhyNotDraft(state) is { } error) return Decision.Refuse(error);
        if (state!.Find(command.Item) is not null) return Decision.Nothing;
        if (command.Problem is { } problem && state.Find(problem) is not { Kind: PlanItemKind.Problem }) return Decision.Refuse(new PlanItemNotFound("problem"));
        return Decision.Accept(new ObjectiveSet(command.Item, command.Problem, command.DataClass, Protected<string>.Of(state.Person, command.Text.Trim()),
            string.IsNullOrWhiteSpace(command.Criteria) ? null : Protected<string>.Of(state.Person, command.Criteria.Trim())));
    }
}

/// <summary>Shape of <see cref="SetObjective"/>.</summary>
public sealed class SetObjectiveValidator : AbstractValidator<SetObjective>
{
    /// <summary>Some text; criteria if there are any.</summary>
    public SetObjectiveValidator()
    {
        RuleFor(c => c.Text).PlanText("text");
        RuleFor(c => c.Criteria).OptionalPlanText("criteria");
    }
}
