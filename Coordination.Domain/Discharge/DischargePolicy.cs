using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Discharge;

/// <summary>
/// Message to the alerts: the situation of a discharge changed. It only triggers: the rules look at the facts as they are when it is handled.
/// </summary>
public sealed record DischargeSituationChanged(DischargeId Discharge, PersonId Person);

/// <summary>What follows from the facts of a discharge.</summary>
public static class DischargePolicy
{
    /// <summary>Messages for the facts just appended; pure, run once at append, never by a replay.</summary>
    public static IEnumerable<DischargeSituationChanged> React(DischargeId id, Discharge state, IReadOnlyCollection<IDomainEvent> facts)
    {
        // Reading, taking charge, contacts and the visit's key change nothing that a rule looks at.
        if (facts.Any(f => f is not (AnnouncementSeen or DischargeTakenInCharge or ReturnContactsStated or VisitIdentified)))
            yield return new DischargeSituationChanged(id, state.PersonId);
    }
}
