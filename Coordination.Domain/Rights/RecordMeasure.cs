using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Rights;

/// <summary>Record a protective measure of a person.</summary>
/// <param name="Structure">The service that carries it out, or null when somebody does who is named.</param>
public sealed record RecordMeasure(
    PersonId Person, Guid MeasureId, MeasureKind Kind, MeasureScope Scope, Finess? Structure, string? Name, DateOnly DecidedOn, DateOnly? Until)
{
    /// <summary>Decided on a day that has come, for somebody known; the same id says the same measure.</summary>
    public static Decision Decide(RecordMeasure command, RightsFile? state, CommandContext context) =>
        state?.Measure(command.MeasureId) is not null ? Decision.Nothing
        : command.DecidedOn > context.Today ? Decision.Refuse(new InvalidCommand("decidedOn", "NOT_IN_FUTURE"))
        : command.DecidedOn.Year < 1900 ? Decision.Refuse(new InvalidCommand("decidedOn", "YEAR"))
        : RightsDays.Fault(command.DecidedOn, command.Until) is { } fault ? Decision.Refuse(fault)
        : Decision.Accept(new MeasureRecorded(command.Person, command.MeasureId, command.Kind, command.Scope, command.Structure,
            RightsDays.Seal(command.Person, command.Name), command.DecidedOn, command.Until));
}

/// <summary>Shape of <see cref="RecordMeasure"/>.</summary>
public sealed class RecordMeasureValidator : AbstractValidator<RecordMeasure>
{
    /// <summary>A structure, or a name of at most 200 characters.</summary>
    public RecordMeasureValidator()
    {
        RuleFor(c => c.Name).MaximumLength(200).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("name");
        RuleFor(c => c.Name).NotEmpty().When(c => c.Structure is null).OverridePropertyName("name");
    }
}
