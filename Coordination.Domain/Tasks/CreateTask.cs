using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Tasks;

/// <summary>Give somebody of the DAC something to do.</summary>
/// <param name="Subject">Whose key seals the title: the person it is about, else the task's own id.</param>
public sealed record CreateTask(
    PersonId? Person, PersonId Subject, TaskKind Kind, string Title, ProfessionalId Owner, DateTimeOffset? DueAt, DateOnly? RemindOn, TaskOrigin? Origin)
{
    /// <summary>Once per id. A task may be due at once, never before today; it is recalled on its due day at the latest.</summary>
    public static Decision Decide(CreateTask command, WorkTask? state, CommandContext context)
    {
        if (state is not null) return Decision.Nothing;
        return TaskDates.Problem(command.DueAt, command.RemindOn, context) is { } problem
            ? Decision.Refuse(problem)
            : Decision.Accept(new TaskCreated(
                command.Person, command.Kind, Protected<string>.Of(command.Subject, command.Title.Trim()), command.Owner, command.DueAt, command.RemindOn, command.Origin));
    }
}

/// <summary>Shape of <see cref="CreateTask"/>.</summary>
public sealed class CreateTaskValidator : AbstractValidator<CreateTask>
{
    /// <summary>A title of at most 300 characters, an owner.</summary>
    public CreateTaskValidator()
    {
        RuleFor(c => c.Title).NotEmpty().MaximumLength(300).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("title");
        RuleFor(c => c.Kind).IsNamed().OverridePropertyName("kind");
        RuleFor(c => c.Owner.Value).NotEmpty().OverridePropertyName("owner");
        RuleFor(c => c.Subject.Value).NotEmpty().OverridePropertyName("person");
    }
}

/// <summary>When a task may be due and recalled.</summary>
internal static class TaskDates
{
    private const int Years = 2;

    /// <summary>What is wrong with them; null when nothing is.</summary>
    public static InvalidCommand? Problem(DateTimeOffset? dueAt, DateOnly? remindOn, CommandContext context)
    {
        var due = dueAt is { } at ? DateOnly.FromDateTime(WorkingDays.ToParis(at).DateTime) : (DateOnly?)null;
        if (due < context.Today) return new("dueAt", "NOT_IN_PAST");
        if (due > context.Today.AddYears(Years)) return new("dueAt", "WITHIN_TWO_YEARS");
        if (remindOn < context.Today) return new("remindOn", "NOT_IN_PAST");
        if (remindOn > context.Today.AddYears(Years)) return new("remindOn", "WITHIN_TWO_YEARS");
        return remindOn > due ? new("remindOn", "NOT_AFTER_DUE") : null;
    }
}
