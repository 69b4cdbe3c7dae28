using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Take a record out of the active base: it is suspended until somebody resumes it.</summary>
public sealed record ArchiveCareRecord
{
    /// <summary>Said once.</summary>
    public static Decision Decide(ArchiveCareRecord command, CareRecord? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new CareRecordNotFound()),
        { Archived: true } => Decision.Nothing,
        _ => Decision.Accept(new CareRecordArchived()),
    };
}
