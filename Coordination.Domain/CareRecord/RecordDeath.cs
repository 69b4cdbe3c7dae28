using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Record that the person died (PID-29, PID-30, or a discharge by death).</summary>
public sealed record RecordDeath(DateOnly? On)
{
    /// <summary>Recorded once.</summary>
    public static Decision Decide(RecordDeath command, CareRecord? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new CareRecordNotFound()),
        { Deceased: true } => Decision.Nothing,
        _ => Decision.Accept(new DeathRecorded(command.On)),
    };
}
