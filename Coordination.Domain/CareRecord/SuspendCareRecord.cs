using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Suspend a record: it raises nothing and is shown to nobody but its referent for legal handling.</summary>
public sealed record SuspendCareRecord
{
    /// <summary>Suspended once.</summary>
    public static Decision Decide(SuspendCareRecord command, CareRecord? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new CareRecordNotFound()),
        { Suspended: true } => Decision.Nothing,
        _ => Decision.Accept(new CareRecordSuspended()),
    };
}
