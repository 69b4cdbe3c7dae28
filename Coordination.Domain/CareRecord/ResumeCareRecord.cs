using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Open a suspended record again.</summary>
public sealed record ResumeCareRecord
{
    /// <summary>Said once.</summary>
    public static Decision Decide(ResumeCareRecord command, CareRecord? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new CareRecordNotFound()),
        { Suspended: false } => Decision.Nothing,
        _ => Decision.Accept(new CareRecordResumed()),
    };
}
