using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Discharge;

/// <summary>An announced discharge is taken back: by the feed (A25, a movement), or by the social service (a reason).</summary>
public sealed record WithdrawDischargeAnnouncement(MovementId? Movement, string? Reason = null)
{
    /// <summary>Longest reason, in characters.</summary>
    public const int MaximumReason = 500;

    /// <summary>
    /// Refused when nothing is announced, so that a message is parked. The movement named may be another one than the announced:
    /// establishments send new identifiers (PAM-11), so the last open announcement is meant.
    /// </summary>
    public static Decision Decide(WithdrawDischargeAnnouncement command, Discharge? state, CommandContext context) =>
        state is { Status: DischargeStatus.Announced }
            ? Decision.Accept(new DischargeAnnouncementWithdrawn(state.Establishment, command.Movement, command.Movement is null
                ? Protected<string>.Of(state.PersonId, command.Reason!.Trim())
                : null))
            : Decision.Refuse(new NothingToWithdraw());
}

/// <summary>Shape of <see cref="WithdrawDischargeAnnouncement"/>.</summary>
public sealed class WithdrawDischargeAnnouncementValidator : AbstractValidator<WithdrawDischargeAnnouncement>
{
    /// <summary>A person gives a reason, and it is no book.</summary>
    public WithdrawDischargeAnnouncementValidator()
    {
        RuleFor(c => c.Reason).NotEmpty().When(c => c.Movement is null).OverridePropertyName("reason");
        RuleFor(c => c.Reason).MaximumLength(WithdrawDischargeAnnouncement.MaximumReason).OverridePropertyName("reason");
        RuleFor(c => c.Reason).Must(r => r?.Contains('\0', StringComparison.Ordinal) != true).WithErrorCode("NULL_CHARACTER").OverridePropertyName("reason");
    }
}
