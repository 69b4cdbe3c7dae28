using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Tasks;

/// <summary>Wait for somebody's answer: the task leaves its owner's list until that day, or until the answer.</summary>
public sealed record AwaitTask(ProfessionalId? Professional, ProviderNumber? Structure, string? Named, DateOnly Until)
{
    /// <summary>Of an open task, for a day that is not past. Said once.</summary>
    public static Decision Decide(AwaitTask command, WorkTask? state, CommandContext context)
    {
        if (WorkTask.Closed(state) is { } closed) return Decision.Refuse(closed);
        if (command.Until < context.Today) return Decision.Refuse(new InvalidCommand("until", "NOT_IN_PAST"));
        if (command.Until > context.Today.AddYears(1)) return Decision.Refuse(new InvalidCommand("until", "WITHIN_A_YEAR"));
        var named = command.Named is { } text ? Protected<string>.Of(state!.Subject, text.Trim()) : null;
        var awaiting = new Awaiting(command.Professional, command.Structure, named, command.Until);
        // A sealed name cannot be compared: it is said again.
        return state!.Awaiting == awaiting ? Decision.Nothing : Decision.Accept(new TaskAwaited(awaiting));
    }
}

/// <summary>Shape of <see cref="AwaitTask"/>.</summary>
public sealed class AwaitTaskValidator : AbstractValidator<AwaitTask>
{
    /// <summary>Exactly one of professional, structure and name; a name of at most 200 characters.</summary>
    public AwaitTaskValidator()
    {
        RuleFor(c => c.Professional).Must((c, _) => new object?[] { c.Professional, c.Structure, c.Named }.Count(v => v is not null) == 1)
            .WithErrorCode("ONE_OF_THREE").OverridePropertyName("professional");
        RuleFor(c => c.Named).NotEmpty().MaximumLength(200).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").When(c => c.Named is not null).OverridePropertyName("named");
    }
}

/// <summary>The one it was awaited from answered: the task is its owner's again.</summary>
public sealed record AnswerTask(string? Note)
{
    /// <summary>Of an open task that is awaited.</summary>
    public static Decision Decide(AnswerTask command, WorkTask? state, CommandContext context) =>
        WorkTask.Closed(state) is { } closed ? Decision.Refuse(closed)
        : state!.Awaiting is null ? Decision.Refuse(new TaskNotAwaited())
        : Decision.Accept(new TaskAnswered(TaskNotes.Of(state, command.Note)));
}

/// <summary>Shape of <see cref="AnswerTask"/>.</summary>
public sealed class AnswerTaskValidator : AbstractValidator<AnswerTask>
{
    /// <summary>A note of at most 2,000 characters.</summary>
    public AnswerTaskValidator() => RuleFor(c => c.Note).MaximumLength(2000).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("note");
}

/// <summary>What is written beside a step of a task.</summary>
internal static class TaskNotes
{
    /// <summary>A note sealed for the task's subject; null for none.</summary>
    public static Protected<string>? Of(WorkTask task, string? note) => string.IsNullOrWhiteSpace(note) ? null : Protected<string>.Of(task.Subject, note.Trim());
}
