using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>No record is open for this person in this territory.</summary>
public sealed record CareRecordNotFound() : DomainError("CARE_RECORD_NOT_FOUND");

/// <summary>This person already has a record that is not closed.</summary>
public sealed record CareRecordAlreadyOpen() : DomainError("CARE_RECORD_ALREADY_OPEN");
