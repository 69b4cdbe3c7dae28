using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Tasks;

/// <summary>Give a task to somebody else of the DAC.</summary>
public sealed record HandOverTask(ProfessionalId To)
{
    /// <summary>Of an open task. Said once.</summary>
    public static Decision Decide(HandOverTask command, WorkTask? state, CommandContext context) =>
        WorkTask.Closed(state) is { } closed ? Decision.Refuse(closed)
        : state!.Owner == command.To ? Decision.Nothing
        : Decision.Accept(new TaskHandedOver(command.To));
}

/// <summary>Shape of <see cref="HandOverTask"/>.</summary>
public sealed class HandOverTaskValidator : AbstractValidator<HandOverTask>
{
    /// <summary>Somebody is named.</summary>
    public HandOverTaskValidator() => RuleFor(c => c.To.Value).NotEmpty().OverridePropertyName("professional");
}
