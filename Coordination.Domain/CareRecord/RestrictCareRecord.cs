using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Keep a record to its referent and the care team: the person is known, or known to colleagues.</summary>
public sealed record RestrictCareRecord
{
    /// <summary>Said once.</summary>
    public static Decision Decide(RestrictCareRecord command, CareRecord? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new CareRecordNotFound()),
        { Restricted: true } => Decision.Nothing,
        _ => Decision.Accept(new CareRecordRestricted()),
    };
}
