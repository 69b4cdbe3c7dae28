using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>No record is open for this person in this territory.</summary>
public sealed record CareRecordNotFound() : DomainError("CARE_RECORD_NOT_FOUND");

/// <summary>This person already has a record that is not closed.</summary>
public sealed record CareRecordAlreadyOpen() : DomainError("CARE_RECORD_ALREADY_OPEN");

/// <summary>Nothing stands under this heading.</summary>
public sealed record SituationNotStated() : DomainError("SITUATION_NOT_STATED", "topic");

/// <summary>No consent to this scope stands.</summary>
public sealed record ConsentNotGiven() : DomainError("CONSENT_NOT_GIVEN", "scope");

/// <summary>Nobody of this id is designated.</summary>
public sealed record ContactNotFound() : DomainError("CONTACT_NOT_FOUND", "contactId");
