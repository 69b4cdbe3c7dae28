using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Message to the alerts: what a record allows, or who refers, changed. It only triggers, as facts are looked at when it is handled.</summary>
public sealed record RecordSituationChanged(PersonId Person);

/// <summary>What follows from the facts of a record.</summary>
public static class CareRecordPolicy
{
    /// <summary>Messages for the facts just appended; pure, run once at append, never by a replay. An opening concerns nothing that stands.</summary>
    public static IEnumerable<RecordSituationChanged> React(CareRecord state, IReadOnlyCollection<IDomainEvent> facts)
    {
        if (!facts.Any(f => f is CareRecordOpened)) yield return new RecordSituationChanged(state.PersonId);
    }
}
