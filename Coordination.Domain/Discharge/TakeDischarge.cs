using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Discharge;

/// <summary>A coordinator takes care of a return home; the establishment sees by whom.</summary>
public sealed record TakeDischarge(ProfessionalId By)
{
    /// <summary>The last one who says so has it; said once.</summary>
    public static Decision Decide(TakeDischarge command, Discharge? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new DischargeNotFound()),
        { Status: DischargeStatus.Cancelled } => Decision.Nothing,
        _ when state.InChargeOf == command.By => Decision.Nothing,
        _ => Decision.Accept(new DischargeTakenInCharge(state.Establishment, command.By)),
    };
}
