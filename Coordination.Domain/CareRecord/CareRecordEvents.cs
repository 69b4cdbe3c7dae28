using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Facts of a coordination record (dossier de coordination).</summary>
public abstract record CareRecordEvent : IDomainEvent;

/// <summary>A record was opened for a person living in <paramref name="Commune"/>.</summary>
public sealed record CareRecordOpened(PersonId PersonId, CommuneCode Commune, DateOnly OpenedOn) : CareRecordEvent;

/// <summary>A professional became the referent (référent) of the record.</summary>
public sealed record ReferentAssigned(ProfessionalId Referent) : CareRecordEvent;

/// <summary>The person was informed of the record and of her right to oppose.</summary>
public sealed record InformationRecorded(DateOnly On) : CareRecordEvent;

/// <summary>The person opposes one kind of sharing.</summary>
public sealed record OppositionRecorded(SharingScope Scope) : CareRecordEvent;

/// <summary>The record is suspended: nothing in it is shown or raised.</summary>
public sealed record CareRecordSuspended : CareRecordEvent;

/// <summary>The person died, as an establishment said: nothing about her is raised, reminded or sent any more.</summary>
public sealed record DeathRecorded(DateOnly? On) : CareRecordEvent;

/// <summary>The person is not dead: the establishment took back what it said.</summary>
public sealed record DeathWithdrawn : CareRecordEvent;

/// <summary>What may be shared, and opposed, separately (DOMAIN AG2).</summary>
public enum SharingScope
{
    /// <summary>Being told of hospital stays (alertesHospitalieres).</summary>
    HospitalAlerts,
}
