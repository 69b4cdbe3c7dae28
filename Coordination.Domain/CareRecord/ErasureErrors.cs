using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Nobody of this id is registered in this territory.</summary>
public sealed record PersonUnknown() : DomainError("PERSON_UNKNOWN", "personId");

/// <summary>The person was erased: nothing more is recorded about her.</summary>
public sealed record PersonIsErased() : DomainError("PERSON_IS_ERASED", "personId");

/// <summary>The data must be kept up to and with this day.</summary>
public sealed record RetentionStands(DateOnly Until) : DomainError("RETENTION_STANDS", "override");
