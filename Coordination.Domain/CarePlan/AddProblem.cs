using Coordination.Domain.CareRecord;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CarePlan;

/// <summary>Add a problem to a draft.</summary>
public sealed record AddProblem(Guid Item, DataClass DataClass, string Text)
{
    /// <summary>Once per id.</summary>
    public static Decision Decide(AddProblem command, CarePlan? state, CommandContext context) =>
        CarePlan.WhyNotDraft(state) is { } error ? Decision.Refuse(error)
        : state!.Find(command.Item) is not null ? Decision.Nothing
        : Decision.Accept(new ProblemAdded(command.Item, command.DataClass, Protected<string>.Of(state.Person, command.Text.Trim())));
}

/// <summary>Shape of <see cref="AddProblem"/>.</summary>
public sealed class AddProblemValidator : AbstractValidator<AddProblem>
{
    /// <summary>Some text.</summary>
    public AddProblemValidator() => RuleFor(c => c.Text).PlanText("text");
}
