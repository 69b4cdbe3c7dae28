using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Rights;

/// <summary>Say that a piece was given: by the representative in the portal, or by the DAC for one that came another way.</summary>
public sealed record SubmitPiece(PersonId Person, Guid RequestId, PieceKind Piece)
{
    /// <summary>One that is awaited; given twice is given once.</summary>
    public static Decision Decide(SubmitPiece command, RightsFile? state, CommandContext context) => state?.Request(command.RequestId)?.Find(command.Piece)?.State switch
    {
        null => Decision.Refuse(new PieceNotRequested()),
        PieceState.Received => Decision.Nothing,
        PieceState.Accepted => Decision.Refuse(new PieceIsAccepted()),
        _ => Decision.Accept(new PieceReceived(command.Person, command.RequestId, command.Piece, context.Today)),
    };
}

/// <summary>A piece is good.</summary>
public sealed record AcceptPiece(PersonId Person, Guid RequestId, PieceKind Piece)
{
    /// <summary>One that was given.</summary>
    public static Decision Decide(AcceptPiece command, RightsFile? state, CommandContext context) => state?.Request(command.RequestId)?.Find(command.Piece)?.State switch
    {
        null => Decision.Refuse(new PieceNotRequested()),
        PieceState.Accepted => Decision.Nothing,
        PieceState.Received => Decision.Accept(new PieceAccepted(command.Person, command.RequestId, command.Piece)),
        _ => Decision.Refuse(new PieceNotReceived()),
    };
}

/// <summary>A piece is not usable: say why, and until when it is asked for again.</summary>
public sealed record RefusePiece(PersonId Person, Guid RequestId, PieceKind Piece, string Reason, DateOnly Due)
{
    /// <summary>One that was given, with a reason and a new day.</summary>
    public static Decision Decide(RefusePiece command, RightsFile? state, CommandContext context)
    {
        if (state?.Request(command.RequestId)?.Find(command.Piece) is not { } piece) return Decision.Refuse(new PieceNotRequested());
        var reason = Protected<string>.Of(command.Person, command.Reason.Trim());
        if (piece.State is PieceState.Refused && piece.Due == command.Due) return Decision.Nothing;
        if (piece.State is not PieceState.Received) return Decision.Refuse(new PieceNotReceived());
        return PieceRules.Fault(command.Due, context) is { } fault
            ? Decision.Refuse(fault)
            : Decision.Accept(new PieceRefused(command.Person, command.RequestId, command.Piece, reason, context.Today, command.Due));
    }
}

/// <summary>Shape of <see cref="RefusePiece"/>.</summary>
public sealed class RefusePieceValidator : AbstractValidator<RefusePiece>
{
    /// <summary>A reason of at most 500 characters.</summary>
    public RefusePieceValidator() =>
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(500).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("reason");
}
