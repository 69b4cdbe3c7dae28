using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CarePlan;

/// <summary>End a plan.</summary>
public sealed record CloseCarePlan(PlanEnd End, string? Comment)
{
    /// <summary>Every objective was evaluated; otherwise told which were not. After a death none has to be.</summary>
    public static Decision Decide(CloseCarePlan command, CarePlan? state, CommandContext context)
    {
        if (state is null) return Decision.Refuse(new CarePlanNotFound());
        if (!state.IsOpen) return Decision.Nothing;
        var open = state.Items.Where(i => i.Kind is PlanItemKind.Objective && !i.IsEvaluated).Select(i => i.Id).ToList();
        return open.Count > 0 && command.End is not PlanEnd.Death
            ? Decision.Refuse(new CarePlanNotClosable([.. open]))
            : Decision.Accept(new CarePlanClosed(command.End, string.IsNullOrWhiteSpace(command.Comment) ? null : Protected<string>.Of(state.Person, command.Comment.Trim())));
    }
}

/// <summary>Shape of <see cref="CloseCarePlan"/>.</summary>
public sealed class CloseCarePlanValidator : AbstractValidator<CloseCarePlan>
{
    /// <summary>A comment if there is one.</summary>
    public CloseCarePlanValidator() => RuleFor(c => c.Comment).OptionalPlanText("comment");
}
