using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CaseFinding;

/// <summary>A request that no hospital announced came in: by telephone, form or mail, or deposited by a professional.</summary>
/// <param name="By">Who recorded it.</param>
/// <param name="Requester">The professional who asks, when it is one of the directory: he or she reads the answer.</param>
/// <param name="Person">Whom it is about; null when it names nobody.</param>
/// <param name="Described">Names and birth date as a professional gave them.</param>
/// <param name="DueAt">When a first answer is due.</param>
public sealed record SupportAsked(
    RequestOrigin Origin,
    RequestChannel Channel,
    ProfessionalId? By,
    ProfessionalId? Requester,
    Protected<string>? RequesterName,
    Protected<string>? RequesterPhone,
    PersonId? Person,
    Protected<string>? Described,
    CommuneCode Commune,
    RequestReason Reason,
    RequestUrgency Urgency,
    RequestSituation Situation,
    Protected<string>? Narrative,
    PersonInformation Information,
    DateOnly? InformedOn,
    ConsentMeans? Means,
    DateOnly? WantedBy,
    DateTimeOffset DueAt) : SupportRequestEvent((Finess?)null);

/// <summary>The request was given to a colleague, or put back for anybody.</summary>
public sealed record SupportRequestAssigned(Finess? Establishment, ProfessionalId? To) : SupportRequestEvent(Establishment);

/// <summary>The request waits until a day, for somebody's answer if one is awaited.</summary>
public sealed record SupportRequestSnoozed(Finess? Establishment, DateOnly Until, AwaitedFrom? Awaiting) : SupportRequestEvent(Establishment);

/// <summary>Another urgency, with the deadline that follows.</summary>
public sealed record SupportRequestRequalified(Finess? Establishment, RequestUrgency Urgency, DateTimeOffset DueAt, Protected<string>? Reason) : SupportRequestEvent(Establishment);

/// <summary>How complex the situation looks.</summary>
public sealed record SupportRequestRated(Finess? Establishment, SituationComplexity Complexity) : SupportRequestEvent(Establishment);

/// <summary>A screening grid was answered.</summary>
public sealed record SupportRequestScreened(Finess? Establishment, Screening Screening) : SupportRequestEvent(Establishment);

/// <summary>The person was told of the request, and said whether she opposes.</summary>
public sealed record RequestInformationRecorded(Finess? Establishment, PersonInformation Information, DateOnly On, ConsentMeans Means) : SupportRequestEvent(Establishment);

/// <summary>A request that named nobody now says whom it is about.</summary>
public sealed record RequestIdentityCommunicated(Finess? Establishment, PersonId Person) : SupportRequestEvent(Establishment);

/// <summary>The one decision of triage; what follows it is only its undoing.</summary>
public abstract record SupportRequestDecided(Finess? Establishment, ProfessionalId By, DateTimeOffset At) : SupportRequestEvent(Establishment);

/// <summary>Information was given: that is the answer.</summary>
/// <param name="Answer">What was said; the one who asked reads it.</param>
public sealed record SupportRequestAnswered(Finess? Establishment, ProfessionalId By, DateTimeOffset At, Protected<string> Answer)
    : SupportRequestDecided(Establishment, By, At);

/// <summary>Sent on to a service that fits better, or to another DAC.</summary>
/// <param name="To">Which one, in words.</param>
/// <param name="Number">Its FINESS or RPPS number when it is in the directory.</param>
/// <param name="With">What was sent along, or said.</param>
public sealed record SupportRequestOriented(Finess? Establishment, ProfessionalId By, DateTimeOffset At, Protected<string> To, ProviderNumber? Number, Protected<string>? With)
    : SupportRequestDecided(Establishment, By, At);

/// <summary>Accepted: the record is opened in the same transaction.</summary>
public sealed record SupportAccepted(
    Finess? Establishment, ProfessionalId By, DateTimeOffset At, FollowUpIntensity Intensity, PhysicianInformation Physician, Protected<string>? PhysicianReason)
    : SupportRequestDecided(Establishment, By, At);

/// <summary>Refused.</summary>
public sealed record SupportRefused(Finess? Establishment, ProfessionalId By, DateTimeOffset At, RefusalReason Reason, Protected<string>? Words)
    : SupportRequestDecided(Establishment, By, At);

/// <summary>Another request, or the person's open record, is about the same.</summary>
/// <param name="Of">The other request; null for the open record.</param>
public sealed record SupportRequestFoundDuplicate(Finess? Establishment, ProfessionalId By, DateTimeOffset At, SupportRequestId? Of)
    : SupportRequestDecided(Establishment, By, At);

/// <summary>Nothing follows.</summary>
public sealed record SupportRequestClosedWithoutFollowUp(Finess? Establishment, ProfessionalId By, DateTimeOffset At, NoFollowUpReason Reason, Protected<string>? Words)
    : SupportRequestDecided(Establishment, By, At);

/// <summary>The decision was taken back at once; both stay in the history.</summary>
public sealed record SupportRequestDecisionUndone(Finess? Establishment) : SupportRequestEvent(Establishment);
