using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CareTeam;

/// <summary>Accept an invitation. Who it is for is checked before; the membership is made in the same transaction.</summary>
public sealed record AcceptInvitation
{
    /// <summary>Once, and in time.</summary>
    public static Decision Decide(AcceptInvitation command, TeamInvitation? state, CommandContext context) => (state, context.Actor.Professional) switch
    {
        (null, _) => Decision.Refuse(new InvitationNotFound()),
        (_, null) => Decision.Refuse(new NotAProfessional()),
        ({ } s, { } by) => s.StatusAt(context.Now) switch
        {
            InvitationStatus.Accepted => Decision.Nothing,
            InvitationStatus.Sent => Decision.Accept(new InvitationAccepted(s.Person, by)),
            InvitationStatus.RanOut => Decision.Refuse(new InvitationRanOut()),
            _ => Decision.Refuse(new InvitationAnswered()),
        },
    };
}

/// <summary>Decline an invitation, with the reason that the DAC will read.</summary>
public sealed record DeclineInvitation(string Reason)
{
    /// <summary>Once; one that ran out may still be declined: it tells the DAC why.</summary>
    public static Decision Decide(DeclineInvitation command, TeamInvitation? state, CommandContext context) => (state, context.Actor.Professional) switch
    {
        (null, _) => Decision.Refuse(new InvitationNotFound()),
        (_, null) => Decision.Refuse(new NotAProfessional()),
        ({ Status: InvitationStatus.Declined }, _) => Decision.Nothing,
        ({ Status: InvitationStatus.Sent } s, { } by) => Decision.Accept(new InvitationDeclined(s.Person, by, Protected<string>.Of(s.Person, command.Reason.Trim()))),
        _ => Decision.Refuse(new InvitationAnswered()),
    };
}

/// <summary>Shape of <see cref="DeclineInvitation"/>.</summary>
public sealed class DeclineInvitationValidator : AbstractValidator<DeclineInvitation>
{
    /// <summary>A reason, of at most 1,000 characters.</summary>
    public DeclineInvitationValidator() =>
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("reason");
}

/// <summary>Take an invitation back.</summary>
public sealed record WithdrawInvitation
{
    /// <summary>Only while nobody answered.</summary>
    public static Decision Decide(WithdrawInvitation command, TeamInvitation? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new InvitationNotFound()),
        { Status: InvitationStatus.Withdrawn } => Decision.Nothing,
        { Status: InvitationStatus.Sent } => Decision.Accept(new InvitationWithdrawn(state.Person)),
        _ => Decision.Refuse(new InvitationAnswered()),
    };
}
