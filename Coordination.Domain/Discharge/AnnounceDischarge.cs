using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Discharge;

/// <summary>The establishment announces a discharge (A16). An unknown stay is opened from the same message.</summary>
public sealed record AnnounceDischarge(
    PersonId PersonId, Finess Establishment, DateTimeOffset? AdmittedAt, DateTimeOffset ExpectedAt, MovementId Movement)
{
    /// <summary>A fact of the real world: announced, moved, or already known.</summary>
    public static Decision Decide(AnnounceDischarge command, Discharge? state, CommandContext context) => state switch
    {
        null => Decision.Accept(
            new HospitalStayOpened(command.PersonId, command.Establishment, command.AdmittedAt),
            new DischargeAnnounced(command.Establishment, command.ExpectedAt, command.Movement)),
        { Status: DischargeStatus.Announced } when state.ExpectedAt == command.ExpectedAt => Decision.Nothing,
        { Status: DischargeStatus.Announced } => Decision.Accept(new DischargeRescheduled(command.Establishment, command.ExpectedAt, command.Movement)),
        _ => Decision.Accept(new DischargeAnnounced(command.Establishment, command.ExpectedAt, command.Movement)),
    };
}
