using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Record that the person opposes one kind of sharing; effective at once.</summary>
public sealed record RecordOpposition(SharingScope Scope)
{
    /// <summary>Recorded once per scope.</summary>
    public static Decision Decide(RecordOpposition command, CareRecord? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new CareRecordNotFound()),
        _ when state.Rights.Opposes(command.Scope) => Decision.Nothing,
        _ => Decision.Accept(new OppositionRecorded(command.Scope)),
    };
}
