using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CarePlan;

/// <summary>Say how far an objective is.</summary>
public sealed record EvaluateObjective(Guid Item, ObjectiveStatus Status, string? Text)
{
    /// <summary>While the plan is not over; the same said again is nothing new.</summary>
    public static Decision Decide(EvaluateObjective command, CarePlan? state, CommandContext context)
    {
        if (CarePlan.WhyNotOpen(state) is { } error) return Decision.Refuse(error);
        if (state!.Find(command.Item) is not { Kind: PlanItemKind.Objective } item) return Decision.Refuse(new PlanItemNotFound());
        var text = string.IsNullOrWhiteSpace(command.Text) ? null : command.Text.Trim();
        return item.Objective == command.Status && text == item.Remark?.Plain && (text is null) == (item.Remark is null)
            ? Decision.Nothing
            : Decision.Accept(new ObjectiveEvaluated(item.Id, command.Status, text is null ? null : Protected<string>.Of(state.Person, text)));
    }
}

/// <summary>Shape of <see cref="EvaluateObjective"/>.</summary>
public sealed class EvaluateObjectiveValidator : AbstractValidator<EvaluateObjective>
{
    /// <summary>What is not reached, or given up, says why.</summary>
    public EvaluateObjectiveValidator()
    {
        RuleFor(c => c.Text).OptionalPlanText("text");
        RuleFor(c => c.Text).Must((c, text) => !string.IsNullOrWhiteSpace(text) || c.Status is not (ObjectiveStatus.NotAchieved or ObjectiveStatus.Abandoned))
            .WithErrorCode("REASON_IF_NOT_ACHIEVED").OverridePropertyName("text");
    }
}
