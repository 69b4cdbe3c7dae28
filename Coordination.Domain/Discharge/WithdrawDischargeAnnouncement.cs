using Coordination.Domain.Kernel;

namespace Coordination.Domain.Discharge;

/// <summary>The establishment takes an announced discharge back (A25).</summary>
public sealed record WithdrawDischargeAnnouncement(MovementId Movement)
{
    /// <summary>
    /// Refused when nothing is announced, so that the message is parked. The movement named may be another one than the announced:
    /// establishments send new identifiers (PAM-11), so the last open announcement is meant.
    /// </summary>
    public static Decision Decide(WithdrawDischargeAnnouncement command, Discharge? state, CommandContext context) =>
        state is { Status: DischargeStatus.Announced }
            ? Decision.Accept(new DischargeAnnouncementWithdrawn(state.Establishment, command.Movement))
            : Decision.Refuse(new NothingToWithdraw());
}
