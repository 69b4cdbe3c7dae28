using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Say that the person has no médecin traitant.</summary>
/// <param name="HasPhysician">One is in her team: then it is not so.</param>
public sealed record StatePhysicianAbsence(DateOnly On, bool HasPhysician)
{
    /// <summary>Said once; never beside a physician of the team, nor for a day to come.</summary>
    public static Decision Decide(StatePhysicianAbsence command, CareRecord? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new CareRecordNotFound()),
        { Life.Status: RecordStatus.Closed } => Decision.Refuse(new CareRecordIsClosed()),
        _ when command.HasPhysician => Decision.Refuse(new InvalidCommand("on", "PHYSICIAN_IN_TEAM")),
        _ when command.On > context.Today => Decision.Refuse(new InvalidCommand("on", "NOT_IN_FUTURE")),
        { Life.NoPhysicianSince: not null } => Decision.Nothing,
        _ => Decision.Accept(new PhysicianAbsenceStated(command.On)),
    };
}
