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

/// <summary>A decision is taken already; only its author undoes it, at once.</summary>
public sealed record SupportRequestDecidedAlready() : DomainError("SUPPORT_REQUEST_DECIDED");

/// <summary>Support cannot be accepted for somebody who is not named.</summary>
public sealed record RequestNamesNobody() : DomainError("REQUEST_NAMES_NOBODY");

/// <summary>The person has to be informed first.</summary>
public sealed record RequestInformationMissing() : DomainError("REQUEST_INFORMATION_MISSING");

/// <summary>The person opposes.</summary>
public sealed record RequestPersonOpposes() : DomainError("REQUEST_PERSON_OPPOSES");

/// <summary>Nothing to undo: no decision, one of somebody else, one that opened a record, or too late.</summary>
public sealed record DecisionNotUndoable() : DomainError("DECISION_NOT_UNDOABLE");
