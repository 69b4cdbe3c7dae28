using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>The establishment took the death back (the discharge by death was cancelled).</summary>
public sealed record WithdrawDeath
{
    /// <summary>Only when a death is recorded.</summary>
    public static Decision Decide(WithdrawDeath command, CareRecord? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new CareRecordNotFound()),
        { Deceased: false } => Decision.Nothing,
        _ => Decision.Accept(new DeathWithdrawn()),
    };
}
