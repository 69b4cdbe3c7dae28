using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Work on a record again after a standby.</summary>
public sealed record ReactivateCareRecord
{
    /// <summary>Only what waits is taken up again.</summary>
    public static Decision Decide(ReactivateCareRecord command, CareRecord? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new CareRecordNotFound()),
        { Life.Status: RecordStatus.Closed } => Decision.Refuse(new CareRecordIsClosed()),
        { Life.Status: RecordStatus.Standby } => Decision.Accept(new CareRecordReactivated()),
        _ => Decision.Nothing,
    };
}
