using Coordination.Domain.Kernel;

namespace Coordination.Domain.Discharge;

/// <summary>There is no announced discharge to withdraw: the message waits for one.</summary>
public sealed record NothingToWithdraw() : DomainError("NOTHING_TO_WITHDRAW");
