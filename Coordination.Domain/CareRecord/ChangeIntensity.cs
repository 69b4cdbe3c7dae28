using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Say how closely the person is followed; the first time it makes the record active.</summary>
/// <param name="HasPhysician">A médecin traitant is in her team.</param>
public sealed record ChangeIntensity(FollowUpIntensity Intensity, bool HasPhysician)
{
    /// <summary>An active record has a referent, and a médecin traitant or the statement that there is none (DOMAIN AG4).</summary>
    public static Decision Decide(ChangeIntensity command, CareRecord? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new CareRecordNotFound()),
        { Life.Status: RecordStatus.Closed } => Decision.Refuse(new CareRecordIsClosed()),
        { Life: { Status: RecordStatus.Active } life } when life.Intensity == command.Intensity => Decision.Nothing,
        { Referent: null } => Decision.Refuse(new ReferentMissing()),
        { Life.NoPhysicianSince: null } when !command.HasPhysician => Decision.Refuse(new PhysicianNotStated()),
        _ => Decision.Accept(new IntensityChanged(command.Intensity)),
    };
}
