using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Rights;

/// <summary>Record a benefit of a person.</summary>
/// <param name="Reference">Number of the file or name of the body, in own words.</param>
public sealed record RecordBenefit(PersonId Person, Guid BenefitId, BenefitKind Kind, BenefitState State, DateOnly? From, DateOnly? Until, string? Reference)
{
    /// <summary>Days in order; the same id says the same benefit.</summary>
    public static Decision Decide(RecordBenefit command, RightsFile? state, CommandContext context)
    {
        if (state?.Benefit(command.BenefitId) is not null) return Decision.Nothing;
        if (command.State is BenefitState.Renewed) return Decision.Refuse(new InvalidCommand("state", "RENEWED_BY_RENEWAL"));
        return RightsDays.Fault(command.From, command.Until) is { } fault
            ? Decision.Refuse(fault)
            : Decision.Accept(new BenefitRecorded(command.Person, command.BenefitId, command.Kind, command.State, command.From, command.Until, RightsDays.Seal(command.Person, command.Reference)));
    }
}

/// <summary>Shape of <see cref="RecordBenefit"/>.</summary>
public sealed class RecordBenefitValidator : AbstractValidator<RecordBenefit>
{
    /// <summary>A reference of at most 200 characters.</summary>
    public RecordBenefitValidator() =>
        RuleFor(c => c.Reference).MaximumLength(200).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("reference");
}

/// <summary>Rules that the days of rights share.</summary>
internal static class RightsDays
{
    /// <summary>The rule that a beginning and an end break: in order, and of this age.</summary>
    public static InvalidCommand? Fault(DateOnly? from, DateOnly? until) =>
        from is { Year: < 1900 or > 2200 } ? new("from", "YEAR")
        : until is { Year: < 1900 or > 2200 } ? new("until", "YEAR")
        : until < from ? new("until", "NOT_BEFORE_START")
        : null;

    /// <summary>A text of the person's; null for none.</summary>
    public static Protected<string>? Seal(PersonId person, string? text) => string.IsNullOrWhiteSpace(text) ? null : Protected<string>.Of(person, text.Trim());
}
