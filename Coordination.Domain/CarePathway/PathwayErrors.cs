using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CarePathway;

/// <summary>No such pathway of this person.</summary>
public sealed record PathwayNotFound() : DomainError("PATHWAY_NOT_FOUND");

/// <summary>The person has left the pathway.</summary>
public sealed record PathwayIsClosed() : DomainError("PATHWAY_CLOSED");

/// <summary>A pathway of this type is open already.</summary>
public sealed record PathwayIsOpen() : DomainError("PATHWAY_OPEN", "template");

/// <summary>The pathway has no such step.</summary>
public sealed record StepNotFound() : DomainError("PATHWAY_STEP_NOT_FOUND", "step");

/// <summary>The step is done or left out.</summary>
public sealed record StepIsEnded() : DomainError("PATHWAY_STEP_ENDED", "step");

/// <summary>Steps are still to be done: a pathway is not completed with them.</summary>
public sealed record StepsStillOpen(int Count) : DomainError("PATHWAY_STEPS_OPEN", "reason");

/// <summary>What every command about an applied pathway has: the person whose record it is given in.</summary>
public abstract record PathwayCommand(PersonId Person)
{
    /// <summary>The refusal for a pathway that is not the person's or that she left; null for an open one.</summary>
    internal DomainError? Refusal(CarePathway? state) => state is null || state.Person != Person ? new PathwayNotFound() : state.Exit is not null ? new PathwayIsClosed() : null;

    /// <summary>A note sealed for the person; null for none.</summary>
    internal Protected<string>? Seal(string? note) => string.IsNullOrWhiteSpace(note) ? null : Protected<string>.Of(Person, note.Trim());
}

/// <summary>The same for a command about one step.</summary>
public abstract record StepCommand(PersonId Person, string Step) : PathwayCommand(Person)
{
    /// <summary>The refusal for a pathway or a step that cannot be treated; null when it can.</summary>
    internal DomainError? StepRefusal(CarePathway? state) => Refusal(state) ?? (state!.Find(Step) is null ? new StepNotFound() : null);
}
