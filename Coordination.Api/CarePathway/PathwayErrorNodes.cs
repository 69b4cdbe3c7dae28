using Coordination.Api.GraphQL;
using Coordination.Domain.CarePathway;
using Coordination.Domain.Kernel;

namespace Coordination.Api.CarePathway;

/// <summary>No such pathway of this person.</summary>
public sealed record PathwayNotFoundError(string Code, string Message);

/// <summary>The person has left the pathway.</summary>
public sealed record PathwayIsClosedError(string Code, string Message);

/// <summary>A pathway of this type is open already.</summary>
public sealed record PathwayIsOpenError(string Code, string Message, string Field);

/// <summary>The pathway has no such step.</summary>
public sealed record StepNotFoundError(string Code, string Message, string Field);

/// <summary>The step is done or left out.</summary>
public sealed record StepIsEndedError(string Code, string Message, string Field);

/// <summary>Steps are still to be done.</summary>
public sealed record StepsStillOpenError(string Code, string Message, int Count);

/// <summary>No such rupture or unmet need of this person.</summary>
public sealed record DisruptionNotFoundError(string Code, string Message);

/// <summary>The rupture or unmet need is over.</summary>
public sealed record DisruptionIsClosedError(string Code, string Message);

/// <summary>The DAC has to say first what it is.</summary>
public sealed record DisruptionNotQualifiedError(string Code, string Message);

/// <summary>The typology has no such code.</summary>
public sealed record TypologyCodeNotFoundError(string Code, string Message, string Field);

/// <summary>Errors of pathways, ruptures and unmet needs, in words.</summary>
public static class PathwayErrorNodes
{
    /// <summary>The error of a payload; null when it is not one of these.</summary>
    public static object? Find(DomainError error) => error switch
    {
        PathwayNotFound => new PathwayNotFoundError(error.Code, CommandErrors.Text(error)),
        PathwayIsClosed => new PathwayIsClosedError(error.Code, CommandErrors.Text(error)),
        PathwayIsOpen => new PathwayIsOpenError(error.Code, CommandErrors.Text(error), error.Field!),
        StepNotFound => new StepNotFoundError(error.Code, CommandErrors.Text(error), error.Field!),
        StepIsEnded => new StepIsEndedError(error.Code, CommandErrors.Text(error), error.Field!),
        StepsStillOpen open => new StepsStillOpenError(error.Code, CommandErrors.Text(error), open.Count),
        DisruptionNotFound => new DisruptionNotFoundError(error.Code, CommandErrors.Text(error)),
        DisruptionIsClosed => new DisruptionIsClosedError(error.Code, CommandErrors.Text(error)),
        DisruptionNotQualified => new DisruptionNotQualifiedError(error.Code, CommandErrors.Text(error)),
        TypologyCodeNotFound => new TypologyCodeNotFoundError(error.Code, CommandErrors.Text(error), error.Field!),
        _ => null,
    };
}
