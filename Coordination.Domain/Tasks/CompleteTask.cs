using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Tasks;

/// <summary>Say that a task is done, and what came of it.</summary>
public sealed record CompleteTask(TaskOutcome Outcome, string? Note)
{
    /// <summary>Done once: what two people do at the same time counts as one.</summary>
    public static Decision Decide(CompleteTask command, WorkTask? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new TaskNotFound()),
        { Status: WorkStatus.Done } => Decision.Nothing,
        { Status: WorkStatus.Cancelled } => Decision.Refuse(new TaskIsClosed()),
        _ => Decision.Accept(new TaskCompleted(command.Outcome, TaskNotes.Of(state, command.Note))),
    };
}

/// <summary>Shape of <see cref="CompleteTask"/>.</summary>
public sealed class CompleteTaskValidator : AbstractValidator<CompleteTask>
{
    /// <summary>A known outcome; a note of at most 2,000 characters.</summary>
    public CompleteTaskValidator()
    {
        RuleFor(c => c.Outcome).IsNamed().OverridePropertyName("outcome");
        RuleFor(c => c.Note).MaximumLength(2000).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("note");
    }
}
