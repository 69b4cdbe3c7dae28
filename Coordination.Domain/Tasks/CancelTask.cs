using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Tasks;

/// <summary>Say that a task is not to be done any more.</summary>
public sealed record CancelTask(TaskCancellation Reason)
{
    /// <summary>Once; what is done is not cancelled.</summary>
    public static Decision Decide(CancelTask command, WorkTask? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new TaskNotFound()),
        { Status: WorkStatus.Cancelled } => Decision.Nothing,
        { Status: WorkStatus.Done } => Decision.Refuse(new TaskIsClosed()),
        _ => Decision.Accept(new TaskCancelled(command.Reason)),
    };
}

/// <summary>Shape of <see cref="CancelTask"/>.</summary>
public sealed class CancelTaskValidator : AbstractValidator<CancelTask>
{
    /// <summary>A known reason.</summary>
    public CancelTaskValidator() => RuleFor(c => c.Reason).IsNamed().OverridePropertyName("reason");
}

/// <summary>Take a task up again that was done or cancelled.</summary>
public sealed record ReopenTask
{
    /// <summary>Said once.</summary>
    public static Decision Decide(ReopenTask command, WorkTask? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new TaskNotFound()),
        { Status: WorkStatus.Open } => Decision.Nothing,
        _ => Decision.Accept(new TaskReopened()),
    };
}
