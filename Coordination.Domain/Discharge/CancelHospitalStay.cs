using Coordination.Domain.Kernel;

namespace Coordination.Domain.Discharge;

/// <summary>There is no stay after all (A11, A07, or an A06 that is cancelled).</summary>
public sealed record CancelHospitalStay(MovementId Movement, StayCancellation Reason)
{
    /// <summary>Refused for an unknown stay, so that the message waits; said once.</summary>
    public static Decision Decide(CancelHospitalStay command, Discharge? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new StayUnknown()),
        { Status: DischargeStatus.Cancelled } => Decision.Nothing,
        _ => Decision.Accept(new HospitalStayCancelled(state.Establishment, command.Movement, command.Reason)),
    };
}
