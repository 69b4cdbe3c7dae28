using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Discharge;

/// <summary>A provider confirmed to meet a need (DOMAIN Rulings 7). Said again it replaces, or confirms for a date that moved.</summary>
/// <param name="ConfirmedBy">Who said so.</param>
public sealed record ConfirmArrangement(CareNeed Need, ProviderNumber Provider, ConfirmationChannel Channel, DateTimeOffset FirstVisitAt, string ConfirmedBy)
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaximumName = 200;

    // Care at home cannot begin long before the person is there; equipment and transport do.
    private static readonly TimeSpan EarliestCare = TimeSpan.FromHours(24);
    private static readonly TimeSpan LongestAhead = TimeSpan.FromDays(366);

    /// <summary>Also after the discharge, as late as it may be. Not for a stay that was cancelled.</summary>
    public static Decision Decide(ConfirmArrangement command, Discharge? state, CommandContext context)
    {
        if (state is null) return Decision.Refuse(new DischargeNotFound());
        if (state.Status is DischargeStatus.Cancelled) return Decision.Refuse(new StayOver());
        if (command.FirstVisitAt > context.Now + LongestAhead) return Decision.Refuse(new InvalidCommand("firstVisitAt", "WITHIN_A_YEAR"));
        if (command.Need is CareNeed.Nursing or CareNeed.PersonalCare or CareNeed.Physiotherapy
            && command.FirstVisitAt < (state.DischargedAt ?? state.ExpectedAt) - EarliestCare)
            return Decision.Refuse(new FirstVisitBeforeDischarge());
        return state.Plan.Of(command.Need) is { } known && known.Provider == command.Provider && known.Channel == command.Channel
            && known.FirstVisitAt == command.FirstVisitAt && known.ConfirmedFor == state.ExpectedAt
            ? Decision.Nothing
            : Decision.Accept(new ArrangementConfirmed(state.Establishment, command.Need, command.Provider, command.Channel, command.FirstVisitAt,
                Protected<string>.Of(state.PersonId, command.ConfirmedBy.Trim())));
    }
}

/// <summary>Shape of <see cref="ConfirmArrangement"/>.</summary>
public sealed class ConfirmArrangementValidator : AbstractValidator<ConfirmArrangement>
{
    /// <summary>Provider and the one who confirmed are named.</summary>
    public ConfirmArrangementValidator()
    {
        RuleFor(c => c.Provider.Value).NotEmpty().OverridePropertyName("provider");
        RuleFor(c => c.ConfirmedBy).NotEmpty().MaximumLength(ConfirmArrangement.MaximumName).OverridePropertyName("confirmedBy");
        RuleFor(c => c.ConfirmedBy).Must(n => n?.Contains('\0', StringComparison.Ordinal) != true).WithErrorCode("NULL_CHARACTER").OverridePropertyName("confirmedBy");
    }
}
