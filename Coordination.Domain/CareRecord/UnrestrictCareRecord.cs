using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Open a restricted record to the whole DAC again.</summary>
public sealed record UnrestrictCareRecord
{
    /// <summary>Said once.</summary>
    public static Decision Decide(UnrestrictCareRecord command, CareRecord? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new CareRecordNotFound()),
        { Restricted: false } => Decision.Nothing,
        _ => Decision.Accept(new CareRecordUnrestricted()),
    };
}
