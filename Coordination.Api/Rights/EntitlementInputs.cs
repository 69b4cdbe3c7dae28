using Coordination.Api.CareRecord;
using Coordination.Domain.Rights;

namespace Coordination.Api.Rights;

/// <summary>Input of <c>recordBenefit</c>.</summary>
public sealed record RecordBenefitInput(
    string RecordId, BenefitKind Kind, BenefitState State, DateOnly? From = null, DateOnly? Until = null, string? Reference = null, Guid? CommandId = null, int? ExpectedVersion = null)
    : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of <c>changeBenefit</c>.</summary>
public sealed record ChangeBenefitInput(
    string RecordId, Guid BenefitId, BenefitState State, DateOnly? From = null, DateOnly? Until = null, string? Reference = null, Guid? CommandId = null, int? ExpectedVersion = null)
    : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of <c>renewBenefit</c>.</summary>
public sealed record RenewBenefitInput(string RecordId, Guid BenefitId, DateOnly Until, Guid? CommandId = null, int? ExpectedVersion = null) : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of <c>recordMeasure</c>.</summary>
/// <param name="Structure">FINESS number of the service that carries it out.</param>
/// <param name="Name">Who carries it out, when it is not a service.</param>
public sealed record RecordMeasureInput(
    string RecordId, MeasureKind Kind, MeasureScope Scope, DateOnly DecidedOn, DateOnly? Until = null, string? Structure = null, string? Name = null, Guid? CommandId = null, int? ExpectedVersion = null)
    : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of <c>changeRepresentative</c>.</summary>
public sealed record ChangeRepresentativeInput(
    string RecordId, Guid MeasureId, DateOnly On, string? Structure = null, string? Name = null, Guid? CommandId = null, int? ExpectedVersion = null) : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of <c>renewMeasure</c>.</summary>
public sealed record RenewMeasureInput(
    string RecordId, Guid MeasureId, DateOnly DecidedOn, DateOnly Until, Guid? CommandId = null, int? ExpectedVersion = null) : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of <c>endMeasure</c>.</summary>
public sealed record EndMeasureInput(string RecordId, Guid MeasureId, DateOnly On, Guid? CommandId = null, int? ExpectedVersion = null) : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of <c>requestPieces</c>.</summary>
public sealed record RequestPiecesInput(
    string RecordId, IReadOnlyList<PieceKind> Pieces, DateOnly Due, Guid? For = null, Guid? CommandId = null, int? ExpectedVersion = null) : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of what speaks of one piece.</summary>
public sealed record PieceInput(string RecordId, Guid RequestId, PieceKind Piece, Guid? CommandId = null, int? ExpectedVersion = null) : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of <c>refusePiece</c>.</summary>
public sealed record RefusePieceInput(
    string RecordId, Guid RequestId, PieceKind Piece, string Reason, DateOnly Due, Guid? CommandId = null, int? ExpectedVersion = null) : RecordInput(RecordId, CommandId, ExpectedVersion);
