using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CaseFinding;

/// <summary>No such request, or none that the subject may know of.</summary>
public sealed record SupportRequestNotFound() : DomainError("SUPPORT_REQUEST_NOT_FOUND");

/// <summary>Somebody else looks at it already.</summary>
public sealed record SupportRequestAlreadyTaken(ProfessionalId By) : DomainError("SUPPORT_REQUEST_ALREADY_TAKEN");

/// <summary>The request was taken back.</summary>
public sealed record SupportRequestClosed() : DomainError("SUPPORT_REQUEST_CLOSED");

/// <summary>A request that names nobody may not carry an identity.</summary>
public sealed record AnonymousRequestNamesSomebody() : DomainError("ANONYMOUS_REQUEST_NAMES_SOMEBODY", "information");
