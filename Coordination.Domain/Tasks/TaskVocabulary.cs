using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Tasks;

/// <summary>What is to be done.</summary>
public enum TaskKind
{
    /// <summary>Call somebody.</summary>
    Call,

    /// <summary>Go and see the person.</summary>
    Visit,

    /// <summary>Make or keep an appointment.</summary>
    Appointment,

    /// <summary>Write, send or get a document.</summary>
    Document,

    /// <summary>A benefit, a measure, an application.</summary>
    Rights,

    /// <summary>Bring professionals together.</summary>
    Coordination,

    /// <summary>Look how things are going.</summary>
    FollowUp,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>How far a task has come.</summary>
public enum WorkStatus
{
    /// <summary>To be done, by its owner or by whom it is awaited from.</summary>
    Open,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Not to be done any more.</summary>
    Cancelled,
}

/// <summary>What came of a task that was done.</summary>
public enum TaskOutcome
{
    /// <summary>All of it.</summary>
    Achieved,

    /// <summary>Some of it.</summary>
    PartlyAchieved,

    /// <summary>It was tried, without success.</summary>
    NotAchieved,
}

/// <summary>Why a task is put off.</summary>
public enum PostponeReason
{
    /// <summary>Nobody answered.</summary>
    NoAnswer,

    /// <summary>The person or a professional was not available.</summary>
    NotAvailable,

    /// <summary>Something is missing that somebody else gives.</summary>
    WaitingForPiece,

    /// <summary>Something more urgent came first.</summary>
    Workload,

    /// <summary>The person wished it.</summary>
    PersonsWish,
}

/// <summary>Why a task is not to be done any more.</summary>
public enum TaskCancellation
{
    /// <summary>Not needed any more.</summary>
    NotNeeded,

    /// <summary>Somebody else did it.</summary>
    DoneElsewhere,

    /// <summary>The person refused.</summary>
    PersonRefused,

    /// <summary>Entered twice or by mistake.</summary>
    Mistake,
}

/// <summary>What a task came from.</summary>
public enum TaskOriginKind
{
    /// <summary>A request for support.</summary>
    Request,

    /// <summary>An action of a care plan.</summary>
    PlanAction,

    /// <summary>A contact.</summary>
    Contact,

    /// <summary>An alert.</summary>
    Alert,

    /// <summary>A step of a care pathway.</summary>
    PathwayStep,
}

/// <summary>What a task came from: the stream, or the part of one, that it was made for.</summary>
public sealed record TaskOrigin(TaskOriginKind Kind, Guid Id);

/// <summary>Who has to answer before the owner can go on, and until when that is waited for.</summary>
/// <param name="Professional">When it is one of the directory.</param>
/// <param name="Structure">FINESS or RPPS number, when it is a structure.</param>
/// <param name="Named">In words, when it is neither.</param>
/// <param name="Until">The day on which the task comes back to its owner without an answer.</param>
public sealed record Awaiting(ProfessionalId? Professional, ProviderNumber? Structure, Protected<string>? Named, DateOnly Until);
