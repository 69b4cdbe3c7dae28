using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Name who stands in for the referent; null for nobody.</summary>
public sealed record AssignDeputy(ProfessionalId? Deputy)
{
    /// <summary>Somebody else than the referent.</summary>
    public static Decision Decide(AssignDeputy command, CareRecord? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new CareRecordNotFound()),
        { Life.Status: RecordStatus.Closed } => Decision.Refuse(new CareRecordIsClosed()),
        _ when state.Life.Deputy == command.Deputy => Decision.Nothing,
        _ when command.Deputy is { } deputy && deputy == state.Referent => Decision.Refuse(new DeputyIsReferent()),
        _ => Decision.Accept(new DeputyAssigned(command.Deputy)),
    };
}
