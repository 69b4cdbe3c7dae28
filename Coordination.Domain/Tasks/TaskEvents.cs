using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Tasks;

/// <summary>Facts of a task.</summary>
public abstract record TaskEvent : IDomainEvent;

/// <summary>Somebody is to do something.</summary>
/// <param name="Person">Whom it is about; null for the DAC's own work.</param>
/// <param name="Title">Sealed with the key of the person, or of the task.</param>
public sealed record TaskCreated(
    PersonId? Person, TaskKind Kind, Protected<string> Title, ProfessionalId Owner, DateTimeOffset? DueAt, DateOnly? RemindOn, TaskOrigin? Origin) : TaskEvent;

/// <summary>Somebody else has to answer first.</summary>
public sealed record TaskAwaited(Awaiting Awaiting) : TaskEvent;

/// <summary>The one it was awaited from answered.</summary>
public sealed record TaskAnswered(Protected<string>? Note) : TaskEvent;

/// <summary>Put off to another time.</summary>
public sealed record TaskPostponed(DateTimeOffset DueAt, DateOnly? RemindOn, PostponeReason Reason) : TaskEvent;

/// <summary>Somebody else does it.</summary>
public sealed record TaskHandedOver(ProfessionalId To) : TaskEvent;

/// <summary>Done.</summary>
public sealed record TaskCompleted(TaskOutcome Outcome, Protected<string>? Note) : TaskEvent;

/// <summary>Not to be done any more.</summary>
public sealed record TaskCancelled(TaskCancellation Reason) : TaskEvent;

/// <summary>To be done again.</summary>
public sealed record TaskReopened : TaskEvent;
