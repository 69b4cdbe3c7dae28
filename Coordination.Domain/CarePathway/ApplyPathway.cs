using System.Collections.Immutable;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CarePathway;

/// <summary>Apply a version of a template to a person.</summary>
/// <param name="Conditions">Codes of the template's conditions that hold for her.</param>
public sealed record ApplyPathway(PersonId Person, PathwayTemplate Template, DateOnly EnteredOn, ImmutableArray<string> Conditions, string? Reason) : PathwayCommand(Person)
{
    /// <summary>One at a time of a type; an entry of the last year, with conditions that the template knows.</summary>
    public static Decision Decide(ApplyPathway command, CarePathway? state, CommandContext context) =>
        state is not null ? Decision.Refuse(new PathwayIsOpen())
        : command.EnteredOn > context.Today ? Decision.Refuse(new InvalidCommand("enteredOn", "NOT_IN_FUTURE"))
        : command.EnteredOn < context.Today.AddYears(-1) ? Decision.Refuse(new InvalidCommand("enteredOn", "WITHIN_A_YEAR"))
        : !Known(command.Template.Conditions, command.Conditions) ? Decision.Refuse(new InvalidCommand("conditions", "UNKNOWN_CONDITION"))
        : Decision.Accept(new PathwayApplied(command.Person, command.Template, command.EnteredOn, command.Conditions, command.Seal(command.Reason)));

    /// <summary>Whether every code is one of the template's.</summary>
    internal static bool Known(ImmutableArray<PathwayCondition> known, ImmutableArray<string> codes) => codes.All(code => known.Any(c => c.Code == code));
}

/// <summary>Shape of <see cref="ApplyPathway"/>.</summary>
public sealed class ApplyPathwayValidator : AbstractValidator<ApplyPathway>
{
    /// <summary>A reason of at most 1,000 characters.</summary>
    public ApplyPathwayValidator() => RuleFor(c => c.Reason).MaximumLength(1000).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("reason");
}

/// <summary>Say which conditions hold for the person from now on: steps that are not ended follow.</summary>
public sealed record StatePathwayConditions(PersonId Person, ImmutableArray<string> Conditions) : PathwayCommand(Person)
{
    /// <summary>Said once.</summary>
    public static Decision Decide(StatePathwayConditions command, CarePathway? state, CommandContext context) =>
        command.Refusal(state) is { } refusal ? Decision.Refuse(refusal)
        : !ApplyPathway.Known(state!.Known, command.Conditions) ? Decision.Refuse(new InvalidCommand("conditions", "UNKNOWN_CONDITION"))
        : state.Conditions.ToHashSet().SetEquals(command.Conditions) ? Decision.Nothing
        : Decision.Accept(new PathwayConditionsStated(command.Conditions));
}

/// <summary>Leave a pathway.</summary>
public sealed record ExitPathway(PersonId Person, PathwayExitReason Reason, DateOnly On, string? Note) : PathwayCommand(Person)
{
    /// <summary>Once. It is completed when no step is left to be done; any other reason may leave some.</summary>
    public static Decision Decide(ExitPathway command, CarePathway? state, CommandContext context)
    {
        if (state?.Exit is { } exit && state.Person == command.Person && exit == new PathwayExit(command.Reason, command.On)) return Decision.Nothing;
        if (command.Refusal(state) is { } refusal) return Decision.Refuse(refusal);
        if (command.On > context.Today) return Decision.Refuse(new InvalidCommand("on", "NOT_IN_FUTURE"));
        if (command.On < state!.EnteredOn) return Decision.Refuse(new InvalidCommand("on", "NOT_BEFORE_START"));
        var open = state.Open.Count();
        return command.Reason is PathwayExitReason.Completed && open > 0
            ? Decision.Refuse(new StepsStillOpen(open))
            : Decision.Accept(new PathwayExited(command.Reason, command.On, command.Seal(command.Note)));
    }
}

/// <summary>Shape of <see cref="ExitPathway"/>.</summary>
public sealed class ExitPathwayValidator : AbstractValidator<ExitPathway>
{
    /// <summary>A note of at most 2,000 characters.</summary>
    public ExitPathwayValidator()
    {
        RuleFor(c => c.Reason).IsNamed().OverridePropertyName("reason");
        RuleFor(c => c.Note).MaximumLength(2000).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("note");
    }
}
