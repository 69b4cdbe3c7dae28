using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CarePlan;

/// <summary>Say whom to call, and what to do, when something goes wrong.</summary>
/// <param name="SeenVersion">The version of the plan the sender saw.</param>
public sealed record StateAlertProcedure(string Text, long SeenVersion)
{
    /// <summary>In a draft; somebody else's change since is told.</summary>
    public static Decision Decide(StateAlertProcedure command, CarePlan? state, CommandContext context)
    {
        if (CarePlan.WhyNotDraft(state) is { } error) return Decision.Refuse(error);
        if (state!.AlertProcedure?.Plain == command.Text.Trim()) return Decision.Nothing;
        return state.Changes.GetValueOrDefault(PlanField.AlertProcedure) is var changed && changed > command.SeenVersion
            ? Decision.Refuse(new PlanItemChanged(null, PlanField.AlertProcedure, changed))
            : Decision.Accept(new AlertProcedureStated(Protected<string>.Of(state.Person, command.Text.Trim())));
    }
}

/// <summary>Shape of <see cref="StateAlertProcedure"/>.</summary>
public sealed class StateAlertProcedureValidator : AbstractValidator<StateAlertProcedure>
{
    /// <summary>Some text.</summary>
    public StateAlertProcedureValidator() => RuleFor(c => c.Text).PlanText("text");
}
