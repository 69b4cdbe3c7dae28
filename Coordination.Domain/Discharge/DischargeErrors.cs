using Coordination.Domain.Kernel;

namespace Coordination.Domain.Discharge;

/// <summary>No such discharge, or none that the subject may know of.</summary>
public sealed record DischargeNotFound() : DomainError("DISCHARGE_NOT_FOUND");

/// <summary>There is no announced discharge to withdraw: a message waits for one.</summary>
public sealed record NothingToWithdraw() : DomainError("NOTHING_TO_WITHDRAW");

/// <summary>No stay is known that the message could speak of: it waits for one.</summary>
public sealed record StayUnknown() : DomainError("STAY_UNKNOWN");

/// <summary>The stay is over or was cancelled: nothing can be announced for it any more.</summary>
public sealed record StayOver() : DomainError("STAY_OVER");

/// <summary>The discharge is announced for an instant that is long past.</summary>
public sealed record DischargeDatePast() : DomainError("DISCHARGE_DATE_PAST", "expectedAt");

/// <summary>A first visit cannot be before the person is home.</summary>
public sealed record FirstVisitBeforeDischarge() : DomainError("FIRST_VISIT_BEFORE_DISCHARGE", "firstVisitAt");

/// <summary>There is no confirmation of this need.</summary>
public sealed record NothingConfirmed() : DomainError("NOTHING_CONFIRMED", "need");
