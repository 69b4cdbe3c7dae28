using System.Collections.Immutable;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Rights;

/// <summary>Ask for pieces until a day.</summary>
/// <param name="For">The benefit or measure they are for; null for the rights at large.</param>
public sealed record RequestPieces(PersonId Person, Guid RequestId, Guid? For, ImmutableArray<PieceKind> Pieces, DateOnly Due)
{
    /// <summary>A day to come, within a year; for something known. The same id says the same request.</summary>
    public static Decision Decide(RequestPieces command, RightsFile? state, CommandContext context) =>
        state?.Request(command.RequestId) is not null ? Decision.Nothing
        : command.For is { } thing && state?.Benefit(thing) is null && state?.Measure(thing) is null ? Decision.Refuse(new BenefitNotFound())
        : PieceRules.Fault(command.Due, context) is { } fault ? Decision.Refuse(fault)
        : Decision.Accept(new PiecesRequested(command.Person, command.RequestId, command.For, [.. command.Pieces.Distinct().Order()], context.Today, command.Due));
}

/// <summary>Shape of <see cref="RequestPieces"/>.</summary>
public sealed class RequestPiecesValidator : AbstractValidator<RequestPieces>
{
    /// <summary>At least one piece.</summary>
    public RequestPiecesValidator() =>
        RuleFor(c => c.Pieces).Must(p => p is { IsDefault: false, Length: >= 1 and <= 20 }).WithErrorCode("ONE_PIECE_AT_LEAST").OverridePropertyName("pieces");
}

/// <summary>Remind whoever has to give pieces: the platform's own command, when its time has come.</summary>
public sealed record RemindPieces(PersonId Person, Guid RequestId)
{
    /// <summary>Once per 21 days without the piece; a request answered meanwhile reminds nobody.</summary>
    public static Decision Decide(RemindPieces command, RightsFile? state, CommandContext context) =>
        state?.Request(command.RequestId)?.ReminderOn is { } on && on <= context.Today
            ? Decision.Accept(new PiecesReminded(command.Person, command.RequestId, context.Today))
            : Decision.Nothing;
}

/// <summary>Rules that pieces share.</summary>
internal static class PieceRules
{
    /// <summary>A day to come, within a year.</summary>
    public static InvalidCommand? Fault(DateOnly due, CommandContext context) =>
        due <= context.Today ? new("due", "IN_THE_FUTURE") : due > context.Today.AddYears(1) ? new("due", "WITHIN_A_YEAR") : null;
}
