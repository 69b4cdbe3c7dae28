using Coordination.Domain.Kernel;

namespace Coordination.Domain.Discharge;

/// <summary>The discharge did not take place (A13).</summary>
public sealed record CancelDischarge(MovementId Movement)
{
    /// <summary>Refused when nobody left, so that the message waits.</summary>
    public static Decision Decide(CancelDischarge command, Discharge? state, CommandContext context) => state is { Status: DischargeStatus.Discharged }
        ? Decision.Accept(new DischargeCancelled(state.Establishment, command.Movement))
        : Decision.Refuse(new StayUnknown());
}
