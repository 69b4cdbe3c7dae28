using Coordination.Api.GraphQL;
using Coordination.Domain.Kernel;
using Coordination.Domain.Rights;

namespace Coordination.Api.Rights;

/// <summary>No such benefit of this person.</summary>
public sealed record BenefitNotFoundError(string Code, string Message, string Field);

/// <summary>Only what was granted is renewed.</summary>
public sealed record BenefitNotGrantedError(string Code, string Message, string Field);

/// <summary>No such measure of this person.</summary>
public sealed record MeasureNotFoundError(string Code, string Message, string Field);

/// <summary>The measure is over.</summary>
public sealed record MeasureIsEndedError(string Code, string Message, string Field);

/// <summary>No such piece was asked for.</summary>
public sealed record PieceNotRequestedError(string Code, string Message, string Field);

/// <summary>The piece was not given yet, or was answered for.</summary>
public sealed record PieceNotReceivedError(string Code, string Message, string Field);

/// <summary>The piece was accepted.</summary>
public sealed record PieceIsAcceptedError(string Code, string Message, string Field);

/// <summary>Errors of benefits, measures and pieces, in words.</summary>
public static class EntitlementErrors
{
    /// <summary>The error of a payload; null when it is not one of these.</summary>
    public static object? Find(DomainError error) => error switch
    {
        BenefitNotFound => new BenefitNotFoundError(error.Code, CommandErrors.Text(error), error.Field!),
        BenefitNotGranted => new BenefitNotGrantedError(error.Code, CommandErrors.Text(error), error.Field!),
        MeasureNotFound => new MeasureNotFoundError(error.Code, CommandErrors.Text(error), error.Field!),
        MeasureIsEnded => new MeasureIsEndedError(error.Code, CommandErrors.Text(error), error.Field!),
        PieceNotRequested => new PieceNotRequestedError(error.Code, CommandErrors.Text(error), error.Field!),
        PieceNotReceived => new PieceNotReceivedError(error.Code, CommandErrors.Text(error), error.Field!),
        PieceIsAccepted => new PieceIsAcceptedError(error.Code, CommandErrors.Text(error), error.Field!),
        _ => null,
    };
}
