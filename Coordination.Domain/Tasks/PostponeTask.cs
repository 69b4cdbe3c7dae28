using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Tasks;

/// <summary>Put a task off to another time.</summary>
public sealed record PostponeTask(DateTimeOffset DueAt, DateOnly? RemindOn, PostponeReason Reason)
{
    /// <summary>Of an open task, to a time that is not past. Said once.</summary>
    public static Decision Decide(PostponeTask command, WorkTask? state, CommandContext context)
    {
        if (WorkTask.Closed(state) is { } closed) return Decision.Refuse(closed);
        if (TaskDates.Problem(command.DueAt, command.RemindOn, context) is { } problem) return Decision.Refuse(problem);
        return state!.DueAt == command.DueAt && state.RemindOn == command.RemindOn
            ? Decision.Nothing
            : Decision.Accept(new TaskPostponed(command.DueAt, command.RemindOn, command.Reason));
    }
}

/// <summary>Shape of <see cref="PostponeTask"/>.</summary>
public sealed class PostponeTaskValidator : AbstractValidator<PostponeTask>
{
    /// <summary>A known reason.</summary>
    public PostponeTaskValidator() => RuleFor(c => c.Reason).IsNamed().OverridePropertyName("reason");
}
