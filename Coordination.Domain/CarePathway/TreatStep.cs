using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CarePathway;

/// <summary>A step was done on a day.</summary>
public sealed record CompletePathwayStep(PersonId Person, string Step, DateOnly On, string? Note) : StepCommand(Person, Step)
{
    /// <summary>Once; not before the entry, not in the future.</summary>
    public static Decision Decide(CompletePathwayStep command, CarePathway? state, CommandContext context) =>
        command.StepRefusal(state) is { } refusal ? Decision.Refuse(refusal)
        : state!.Find(command.Step)!.End is { } end ? (end.Deviation is null ? Decision.Nothing : Decision.Refuse(new StepIsEnded()))
        : command.On > context.Today ? Decision.Refuse(new InvalidCommand("on", "NOT_IN_FUTURE"))
        : command.On < state.EnteredOn ? Decision.Refuse(new InvalidCommand("on", "NOT_BEFORE_START"))
        : Decision.Accept(new PathwayStepDone(command.Step, command.On, command.Seal(command.Note)));
}

/// <summary>Leave a step out, with a reason.</summary>
public sealed record SkipPathwayStep(PersonId Person, string Step, DeviationReason Reason, string? Note) : StepCommand(Person, Step)
{
    /// <summary>Once; what is done is not left out.</summary>
    public static Decision Decide(SkipPathwayStep command, CarePathway? state, CommandContext context) =>
        command.StepRefusal(state) is { } refusal ? Decision.Refuse(refusal)
        : state!.Find(command.Step)!.End is { } end ? (end.Deviation == command.Reason ? Decision.Nothing : Decision.Refuse(new StepIsEnded()))
        : Decision.Accept(new PathwayStepSkipped(command.Step, context.Today, command.Reason, command.Seal(command.Note)));
}

/// <summary>A step is to be done after all.</summary>
public sealed record ReopenPathwayStep(PersonId Person, string Step) : StepCommand(Person, Step)
{
    /// <summary>Said once.</summary>
    public static Decision Decide(ReopenPathwayStep command, CarePathway? state, CommandContext context) =>
        command.StepRefusal(state) is { } refusal ? Decision.Refuse(refusal)
        : state!.Find(command.Step)!.End is null ? Decision.Nothing
        : Decision.Accept(new PathwayStepReopened(command.Step));
}

/// <summary>A step is due on another day, with a reason.</summary>
public sealed record ReschedulePathwayStep(PersonId Person, string Step, DateOnly DueOn, RescheduleReason Reason) : StepCommand(Person, Step)
{
    /// <summary>Of a step that is still to be done, to a day that is not past.</summary>
    public static Decision Decide(ReschedulePathwayStep command, CarePathway? state, CommandContext context) =>
        command.StepRefusal(state) is { } refusal ? Decision.Refuse(refusal)
        : state!.Find(command.Step)!.End is not null ? Decision.Refuse(new StepIsEnded())
        : Days.Problem(command.DueOn, context) is { } problem ? Decision.Refuse(problem)
        : state.Find(command.Step)!.SetFor == command.DueOn ? Decision.Nothing
        : Decision.Accept(new PathwayStepRescheduled(command.Step, command.DueOn, command.Reason));
}

/// <summary>Name who is to do a step; nobody in particular when none is named.</summary>
public sealed record AssignPathwayStep(PersonId Person, string Step, ProfessionalId? Professional) : StepCommand(Person, Step)
{
    /// <summary>Of a step that is still to be done. Said once.</summary>
    public static Decision Decide(AssignPathwayStep command, CarePathway? state, CommandContext context) =>
        command.StepRefusal(state) is { } refusal ? Decision.Refuse(refusal)
        : state!.Find(command.Step)!.End is not null ? Decision.Refuse(new StepIsEnded())
        : state.Find(command.Step)!.Owner == command.Professional ? Decision.Nothing
        : Decision.Accept(new PathwayStepAssigned(command.Step, command.Professional));
}

/// <summary>Add a step of this person only.</summary>
/// <param name="Step">Its code, unique in the pathway.</param>
public sealed record AddPathwayStep(PersonId Person, string Step, string Title, PathwayRole Role, DateOnly DueOn) : StepCommand(Person, Step)
{
    private const int Most = 60;

    /// <summary>Once per code, due on a day that is not past.</summary>
    public static Decision Decide(AddPathwayStep command, CarePathway? state, CommandContext context) =>
        command.Refusal(state) is { } refusal ? Decision.Refuse(refusal)
        : state!.Find(command.Step) is not null ? Decision.Nothing
        : state.Steps.Length >= Most ? Decision.Refuse(new InvalidCommand("title", "TOO_MANY"))
        : Days.Problem(command.DueOn, context) is { } problem ? Decision.Refuse(problem)
        : Decision.Accept(new PathwayStepAdded(command.Step, Protected<string>.Of(command.Person, command.Title.Trim()), command.Role, command.DueOn));
}

/// <summary>Shape of <see cref="CompletePathwayStep"/>.</summary>
public sealed class CompletePathwayStepValidator : AbstractValidator<CompletePathwayStep>
{
    /// <summary>A note of at most 2,000 characters.</summary>
    public CompletePathwayStepValidator() => RuleFor(c => c.Note).MaximumLength(2000).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("note");
}

/// <summary>Shape of <see cref="SkipPathwayStep"/>.</summary>
public sealed class SkipPathwayStepValidator : AbstractValidator<SkipPathwayStep>
{
    /// <summary>A known reason; a note of at most 2,000 characters.</summary>
    public SkipPathwayStepValidator()
    {
        RuleFor(c => c.Reason).IsNamed().OverridePropertyName("reason");
        RuleFor(c => c.Note).MaximumLength(2000).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("note");
    }
}

/// <summary>Shape of <see cref="AddPathwayStep"/>.</summary>
public sealed class AddPathwayStepValidator : AbstractValidator<AddPathwayStep>
{
    /// <summary>A title of at most 300 characters.</summary>
    public AddPathwayStepValidator() =>
        RuleFor(c => c.Title).NotEmpty().MaximumLength(300).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("title");
}

/// <summary>On which day a step may be due.</summary>
internal static class Days
{
    /// <summary>What is wrong with it; null when nothing is.</summary>
    public static InvalidCommand? Problem(DateOnly dueOn, CommandContext context) =>
        dueOn < context.Today ? new("dueOn", "NOT_IN_PAST") : dueOn > context.Today.AddYears(2) ? new("dueOn", "WITHIN_TWO_YEARS") : null;
}
