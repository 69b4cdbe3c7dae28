using System.Text.Json.Serialization;
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
/// <param name="Means">How; null where the source did not say.</param>
public sealed record InformationRecorded(
    DateOnly On, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ConsentMeans? Means = null) : CareRecordEvent;

/// <summary>The person opposes one kind of sharing.</summary>
public sealed record OppositionRecorded(SharingScope Scope) : CareRecordEvent;

/// <summary>The record is suspended: nothing in it is shown or raised.</summary>
public sealed record CareRecordSuspended : CareRecordEvent;

/// <summary>The person died, as an establishment said: nothing about her is raised, reminded or sent any more.</summary>
public sealed record DeathRecorded(DateOnly? On) : CareRecordEvent;

/// <summary>The person is not dead: the establishment took back what it said.</summary>
public sealed record DeathWithdrawn : CareRecordEvent;

/// <summary>The record is open again to those who may read it.</summary>
public sealed record CareRecordResumed : CareRecordEvent;

/// <summary>The record is kept to its referent and the care team: the person is known, or known to colleagues.</summary>
public sealed record CareRecordRestricted : CareRecordEvent;

/// <summary>The record is open to the whole DAC again.</summary>
public sealed record CareRecordUnrestricted : CareRecordEvent;

/// <summary>The person opposes a kind of sharing no longer.</summary>
public sealed record OppositionWithdrawn(SharingScope Scope) : CareRecordEvent;

/// <summary>The person consents to one kind of sharing.</summary>
/// <param name="Until">Last day; null without an end.</param>
public sealed record ConsentRecorded(SharingScope Scope, ConsentMeans Means, DateOnly On, DateOnly? Until) : CareRecordEvent;

/// <summary>The person took a consent back.</summary>
public sealed record ConsentWithdrawn(SharingScope Scope) : CareRecordEvent;

/// <summary>The person does not want this professional to know anything of her.</summary>
public sealed record ProfessionalExcluded(ProfessionalId Professional) : CareRecordEvent;

/// <summary>The person lets this professional know again.</summary>
public sealed record ProfessionalReadmitted(ProfessionalId Professional) : CareRecordEvent;

/// <summary>Somebody was designated: representative, trusted person, or person not to be warned.</summary>
public sealed record ContactDesignated(Guid ContactId, ContactKind Kind, Protected<string> Name, Protected<string>? Phone, DateOnly From, DateOnly? Until) : CareRecordEvent;

/// <summary>A designation is over.</summary>
public sealed record ContactRevoked(Guid ContactId) : CareRecordEvent;

/// <summary>What is known under one heading of the person's situation; what stood there before is history.</summary>
public sealed record SituationStated(SituationTopic Topic, Protected<string> Text) : CareRecordEvent;

/// <summary>The person keeps a heading from one professional.</summary>
public sealed record SituationMasked(SituationTopic Topic, ProfessionalId From) : CareRecordEvent;

/// <summary>The person keeps a heading from a professional no longer.</summary>
public sealed record SituationUnmasked(SituationTopic Topic, ProfessionalId From) : CareRecordEvent;

/// <summary>How closely the person is followed (ponctuel, soutenu, intensif); said first, it makes the record active.</summary>
public sealed record IntensityChanged(FollowUpIntensity Intensity) : CareRecordEvent;

/// <summary>A professional stands in for the referent; null when nobody does any more.</summary>
public sealed record DeputyAssigned(ProfessionalId? Deputy) : CareRecordEvent;

/// <summary>The person has no médecin traitant, as somebody found out; a physician who joins her team makes it history.</summary>
public sealed record PhysicianAbsenceStated(DateOnly On) : CareRecordEvent;

/// <summary>Nothing is done for now: the record waits (veille).</summary>
/// <param name="Until">When to look at it again.</param>
public sealed record CareRecordPutOnStandby(DateOnly? Until) : CareRecordEvent;

/// <summary>The record is worked on again after a standby.</summary>
public sealed record CareRecordReactivated : CareRecordEvent;

/// <summary>The coordination is over.</summary>
/// <param name="PersonInformed">The person, or who represents her, was told.</param>
/// <param name="WithoutPlan">A manager closed it though the plan was not closed.</param>
public sealed record CareRecordClosed(ClosingReason Reason, DateOnly On, bool PersonInformed, bool WithoutPlan, Protected<string>? Comment) : CareRecordEvent;

/// <summary>The coordination goes on, with the same record and history.</summary>
public sealed record CareRecordReopened(Protected<string>? Reason) : CareRecordEvent;

/// <summary>Somebody says what is right about a fact of the person's streams; both stay to be read.</summary>
/// <param name="Fact">The event that is corrected.</param>
public sealed record FactCorrected(Guid Fact, Protected<string> Text) : CareRecordEvent;

/// <summary>The closed record leaves for another territory, which opens its own: said of why it was closed, never of what goes along.</summary>
/// <param name="TransferId">The transfer, as both territories cite it; the stream of its arrival.</param>
/// <param name="InformedOn">When the person was informed; she does not oppose.</param>
public sealed record CareRecordTransferred(Guid TransferId, TerritoryId Target, DateOnly InformedOn, TransferParts Parts, Protected<string>? Reason) : CareRecordEvent;

/// <summary>The other territory answered.</summary>
/// <param name="Refusal">Why it refused; null when it took the record over.</param>
public sealed record CareRecordTransferAnswered(Guid TransferId, DateOnly On, TransferRefusal? Refusal) : CareRecordEvent;

/// <summary>The record goes on from one of another territory.</summary>
public sealed record CareRecordReceived(Guid TransferId, TerritoryId From) : CareRecordEvent;
