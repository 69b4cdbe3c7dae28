using System.Collections.Immutable;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Rights;

/// <summary>Documents asked for to obtain or renew a right.</summary>
public enum PieceKind
{
    /// <summary>Identity document.</summary>
    Identity,

    /// <summary>Income or tax notice.</summary>
    Income,

    /// <summary>The decision that named the representative.</summary>
    Decision,

    /// <summary>Bank details (RIB).</summary>
    BankDetails,

    /// <summary>Proof of address.</summary>
    Address,

    /// <summary>Certificate of rights to health insurance.</summary>
    InsuranceCertificate,

    /// <summary>Medical certificate of a request.</summary>
    MedicalCertificate,
}

/// <summary>How far a piece has come.</summary>
public enum PieceState
{
    /// <summary>Asked for.</summary>
    Requested,

    /// <summary>Given; nobody looked.</summary>
    Received,

    /// <summary>Good.</summary>
    Accepted,

    /// <summary>Not usable: asked for again, until a new day.</summary>
    Refused,
}

/// <summary>A piece of a request.</summary>
/// <param name="Due">Until when it is asked for.</param>
/// <param name="Since">Since when it is awaited.</param>
public sealed record Piece(PieceKind Kind, PieceState State, DateOnly Due, DateOnly Since, Protected<string>? Refusal)
{
    /// <summary>The representative has to give it.</summary>
    public bool IsAwaited => State is PieceState.Requested or PieceState.Refused;
}

/// <summary>Pieces asked for together, for a benefit or a measure.</summary>
/// <param name="For">The benefit or the measure; null for the person's rights at large.</param>
/// <param name="RemindedOn">When those who have to give were reminded last.</param>
public sealed record PieceRequest(Guid Id, Guid? For, ImmutableArray<Piece> Pieces, DateOnly? RemindedOn)
{
    /// <summary>Days without a piece after which those who have to give it are reminded (DOMAIN 5.10).</summary>
    public const int ReminderAfterDays = 21;

    /// <summary>When to remind: 21 days after the piece that is awaited longest was asked for, unless somebody was reminded since; null when nothing is awaited.</summary>
    public DateOnly? ReminderOn => Pieces.Where(p => p.IsAwaited && (RemindedOn is not { } reminded || reminded < p.Since.AddDays(ReminderAfterDays)))
        .Select(p => (DateOnly?)p.Since.AddDays(ReminderAfterDays)).Min();

    /// <summary>The earliest day until which something is awaited; null when nothing is.</summary>
    public DateOnly? NextDue => Pieces.Where(p => p.IsAwaited).Select(p => (DateOnly?)p.Due).Min();

    /// <summary>The piece of this kind; null when it was not asked for.</summary>
    public Piece? Find(PieceKind kind) => Pieces.FirstOrDefault(p => p.Kind == kind);

    /// <summary>With a piece as it is now.</summary>
    public PieceRequest With(Piece piece) => this with { Pieces = [.. Pieces.Select(p => p.Kind == piece.Kind ? piece : p)] };

    /// <summary>Equal when the pieces are the same ones.</summary>
    public bool Equals(PieceRequest? other) =>
        other is not null && Id == other.Id && For == other.For && RemindedOn == other.RemindedOn && Pieces.SequenceEqual(other.Pieces);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Id, For, Pieces.Length);
}
