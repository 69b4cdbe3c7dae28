using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Rights;

/// <summary>Say how far a benefit has come, and its days.</summary>
/// <param name="Reference">Null leaves what was said before.</param>
public sealed record ChangeBenefit(PersonId Person, Guid BenefitId, BenefitState State, DateOnly? From, DateOnly? Until, string? Reference)
{
    /// <summary>Days in order; what stands already is not said again.</summary>
    public static Decision Decide(ChangeBenefit command, RightsFile? state, CommandContext context)
    {
        if (state?.Benefit(command.BenefitId) is not { } benefit) return Decision.Refuse(new BenefitNotFound());
        if (command.State is BenefitState.Renewed && benefit.State is not BenefitState.Renewed) return Decision.Refuse(new InvalidCommand("state", "RENEWED_BY_RENEWAL"));
        if (RightsDays.Fault(command.From, command.Until) is { } fault) return Decision.Refuse(fault);
        var reference = RightsDays.Seal(command.Person, command.Reference);
        return (benefit.State, benefit.From, benefit.Until) == (command.State, command.From, command.Until) && (reference is null || reference == benefit.Reference)
            ? Decision.Nothing
            : Decision.Accept(new BenefitChanged(command.Person, command.BenefitId, command.State, command.From, command.Until, reference));
    }
}

/// <summary>Shape of <see cref="ChangeBenefit"/>.</summary>
public sealed class ChangeBenefitValidator : AbstractValidator<ChangeBenefit>
{
    /// <summary>A reference of at most 200 characters.</summary>
    public ChangeBenefitValidator() =>
        RuleFor(c => c.Reference).MaximumLength(200).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("reference");
}

/// <summary>Record that a benefit was granted for a further time.</summary>
public sealed record RenewBenefit(PersonId Person, Guid BenefitId, DateOnly Until)
{
    /// <summary>Only what was granted, and to a later end.</summary>
    public static Decision Decide(RenewBenefit command, RightsFile? state, CommandContext context) => state?.Benefit(command.BenefitId) switch
    {
        null => Decision.Refuse(new BenefitNotFound()),
        { State: BenefitState.Renewed, Until: { } until } when until == command.Until => Decision.Nothing,
        { State: not (BenefitState.Granted or BenefitState.Renewed or BenefitState.Ended) } => Decision.Refuse(new BenefitNotGranted()),
        { Until: { } until } when command.Until <= until => Decision.Refuse(new InvalidCommand("until", "AFTER_PRESENT_END")),
        _ when RightsDays.Fault(null, command.Until) is { } fault => Decision.Refuse(fault),
        _ => Decision.Accept(new BenefitRenewed(command.Person, command.BenefitId, command.Until)),
    };
}
