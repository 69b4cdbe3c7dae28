using Coordination.Domain.Kernel;

namespace Coordination.Domain.Tasks;

/// <summary>No such task, or none that the subject may know of.</summary>
public sealed record TaskNotFound() : DomainError("TASK_NOT_FOUND");

/// <summary>The task is done or cancelled: it is reopened first.</summary>
public sealed record TaskIsClosed() : DomainError("TASK_CLOSED");

/// <summary>Nothing is awaited from anybody.</summary>
public sealed record TaskNotAwaited() : DomainError("TASK_NOT_AWAITED");
