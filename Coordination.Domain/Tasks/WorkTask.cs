using System.Diagnostics;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Tasks;

/// <summary>A task of the DAC as its events tell it. It is about a person, or about nobody.</summary>
/// <param name="Person">Whom it is about; null for the DAC's own work.</param>
/// <param name="Subject">Whose key seals its texts: the person, or the task itself.</param>
/// <param name="Awaiting">Who has to answer first; null while it is the owner's to do.</param>
public sealed record WorkTask(
    PersonId? Person, PersonId Subject, TaskKind Kind, Protected<string> Title, ProfessionalId Owner, DateTimeOffset? DueAt, DateOnly? RemindOn, TaskOrigin? Origin,
    WorkStatus Status, Awaiting? Awaiting)
{
    /// <summary>What came of it, once done.</summary>
    public TaskOutcome? Outcome { get; init; }

    /// <summary>Why it is not to be done any more.</summary>
    public TaskCancellation? Cancellation { get; init; }

    /// <summary>How often it was put off.</summary>
    public int Postponed { get; init; }

    /// <summary>The task after one more fact.</summary>
    public static WorkTask Evolve(WorkTask? state, TaskEvent fact) => (state, fact) switch
    {
        (null, TaskCreated e) => new(e.Person, e.Title.Subject, e.Kind, e.Title, e.Owner, e.DueAt, e.RemindOn, e.Origin, WorkStatus.Open, null),
        ({ } s, TaskAwaited e) => s with { Awaiting = e.Awaiting },
        ({ } s, TaskAnswered) => s with { Awaiting = null },
        ({ } s, TaskPostponed e) => s with { DueAt = e.DueAt, RemindOn = e.RemindOn, Postponed = s.Postponed + 1 },
        ({ } s, TaskHandedOver e) => s with { Owner = e.To },
        ({ } s, TaskCompleted e) => s with { Status = WorkStatus.Done, Outcome = e.Outcome, Awaiting = null },
        ({ } s, TaskCancelled e) => s with { Status = WorkStatus.Cancelled, Cancellation = e.Reason, Awaiting = null },
        ({ } s, TaskReopened) => s with { Status = WorkStatus.Open, Outcome = null, Cancellation = null },
        _ => throw new UnreachableException($"{fact.GetType().Name} on {(state is null ? "no task" : "a task")}"),
    };

    /// <summary>The refusal for a task that does not exist or is not open; null for one that is.</summary>
    public static DomainError? Closed(WorkTask? state) => state switch
    {
        null => new TaskNotFound(),
        { Status: not WorkStatus.Open } => new TaskIsClosed(),
        _ => null,
    };
}
