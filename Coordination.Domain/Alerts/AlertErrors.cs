using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Alerts;

/// <summary>No such alert, or none that the subject may know of.</summary>
public sealed record AlertNotFound() : DomainError("ALERT_NOT_FOUND");

/// <summary>Somebody else takes care of it already.</summary>
public sealed record AlertAlreadyTaken(ProfessionalId By) : DomainError("ALERT_ALREADY_TAKEN");

/// <summary>The alert is closed.</summary>
public sealed record AlertClosed() : DomainError("ALERT_CLOSED");

/// <summary>Closing without action needs a reason.</summary>
public sealed record AlertReasonMissing() : DomainError("ALERT_REASON_MISSING", "reason");
