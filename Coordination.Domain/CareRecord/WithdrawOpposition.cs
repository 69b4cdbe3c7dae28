using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Record that the person opposes one kind of sharing no longer.</summary>
public sealed record WithdrawOpposition(SharingScope Scope)
{
    /// <summary>Nothing to say where nothing is opposed.</summary>
    public static Decision Decide(WithdrawOpposition command, CareRecord? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new CareRecordNotFound()),
        _ when !state.Rights.Opposes(command.Scope) => Decision.Nothing,
        _ => Decision.Accept(new OppositionWithdrawn(command.Scope)),
    };
}
