using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Rights;

/// <summary>Say who carries a measure out from now on.</summary>
public sealed record ChangeRepresentative(PersonId Person, Guid MeasureId, Finess? Structure, string? Name, DateOnly On)
{
    /// <summary>Of a measure that stands, on a day that has come.</summary>
    public static Decision Decide(ChangeRepresentative command, RightsFile? state, CommandContext context)
    {
        if (MeasureRules.Fault(state, command.MeasureId) is { } fault) return Decision.Refuse(fault);
        if (command.On > context.Today) return Decision.Refuse(new InvalidCommand("on", "NOT_IN_FUTURE"));
        var name = RightsDays.Seal(command.Person, command.Name);
        return state!.Measure(command.MeasureId)!.By == new Representative(command.Structure, name)
            ? Decision.Nothing
            : Decision.Accept(new RepresentativeChanged(command.Person, command.MeasureId, command.Structure, name, command.On));
    }
}

/// <summary>Shape of <see cref="ChangeRepresentative"/>.</summary>
public sealed class ChangeRepresentativeValidator : AbstractValidator<ChangeRepresentative>
{
    /// <summary>A structure, or a name of at most 200 characters.</summary>
    public ChangeRepresentativeValidator()
    {
        RuleFor(c => c.Name).MaximumLength(200).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("name");
        RuleFor(c => c.Name).NotEmpty().When(c => c.Structure is null).OverridePropertyName("name");
    }
}

/// <summary>Record that a judge renewed a measure.</summary>
public sealed record RenewMeasure(PersonId Person, Guid MeasureId, DateOnly DecidedOn, DateOnly Until)
{
    /// <summary>Of a measure that stands, to a later end.</summary>
    public static Decision Decide(RenewMeasure command, RightsFile? state, CommandContext context)
    {
        if (MeasureRules.Fault(state, command.MeasureId) is { } fault) return Decision.Refuse(fault);
        var measure = state!.Measure(command.MeasureId)!;
        return (measure.DecidedOn, measure.Until) == (command.DecidedOn, command.Until) ? Decision.Nothing
            : command.DecidedOn > context.Today ? Decision.Refuse(new InvalidCommand("decidedOn", "NOT_IN_FUTURE"))
            : command.Until <= measure.Until ? Decision.Refuse(new InvalidCommand("until", "AFTER_PRESENT_END"))
            : RightsDays.Fault(command.DecidedOn, command.Until) is { } days ? Decision.Refuse(days)
            : Decision.Accept(new MeasureRenewed(command.Person, command.MeasureId, command.DecidedOn, command.Until));
    }
}

/// <summary>Record that a measure is over.</summary>
public sealed record EndMeasure(PersonId Person, Guid MeasureId, DateOnly On)
{
    /// <summary>Once, on a day that has come and follows the decision.</summary>
    public static Decision Decide(EndMeasure command, RightsFile? state, CommandContext context) => state?.Measure(command.MeasureId) switch
    {
        null => Decision.Refuse(new MeasureNotFound()),
        { EndedOn: { } on } when on == command.On => Decision.Nothing,
        { EndedOn: not null } => Decision.Refuse(new MeasureIsEnded()),
        _ when command.On > context.Today => Decision.Refuse(new InvalidCommand("on", "NOT_IN_FUTURE")),
        { } measure when command.On < measure.DecidedOn => Decision.Refuse(new InvalidCommand("on", "NOT_BEFORE_START")),
        _ => Decision.Accept(new MeasureEnded(command.Person, command.MeasureId, command.On)),
    };
}

/// <summary>Rules that changes of a measure share.</summary>
internal static class MeasureRules
{
    /// <summary>There is one, and it stands.</summary>
    public static DomainError? Fault(RightsFile? state, Guid id) => state?.Measure(id) switch
    {
        null => new MeasureNotFound(),
        { EndedOn: not null } => new MeasureIsEnded(),
        _ => null,
    };
}
