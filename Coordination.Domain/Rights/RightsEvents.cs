using System.Collections.Immutable;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Rights;

/// <summary>Facts of a person's benefits, protective measures and of the pieces asked for them.</summary>
/// <param name="Person">Whose rights they are.</param>
public abstract record RightsEvent(PersonId Person) : IDomainEvent;

/// <summary>A benefit became known.</summary>
public sealed record BenefitRecorded(
    PersonId Person, Guid BenefitId, BenefitKind Kind, BenefitState State, DateOnly? From, DateOnly? Until, Protected<string>? Reference) : RightsEvent(Person);

/// <summary>A benefit has come further, or other days.</summary>
/// <param name="Reference">Null leaves what was said before.</param>
public sealed record BenefitChanged(PersonId Person, Guid BenefitId, BenefitState State, DateOnly? From, DateOnly? Until, Protected<string>? Reference) : RightsEvent(Person);

/// <summary>A benefit was granted for a further time.</summary>
public sealed record BenefitRenewed(PersonId Person, Guid BenefitId, DateOnly Until) : RightsEvent(Person);

/// <summary>A protective measure became known.</summary>
public sealed record MeasureRecorded(
    PersonId Person, Guid MeasureId, MeasureKind Kind, MeasureScope Scope, Finess? Structure, Protected<string>? Name, DateOnly DecidedOn, DateOnly? Until) : RightsEvent(Person);

/// <summary>Somebody else carries a measure out.</summary>
public sealed record RepresentativeChanged(PersonId Person, Guid MeasureId, Finess? Structure, Protected<string>? Name, DateOnly On) : RightsEvent(Person);

/// <summary>A measure was renewed by a judge.</summary>
public sealed record MeasureRenewed(PersonId Person, Guid MeasureId, DateOnly DecidedOn, DateOnly Until) : RightsEvent(Person);

/// <summary>A measure was ended.</summary>
public sealed record MeasureEnded(PersonId Person, Guid MeasureId, DateOnly On) : RightsEvent(Person);

/// <summary>Pieces were asked for, until a day.</summary>
/// <param name="For">The benefit or measure they are for.</param>
public sealed record PiecesRequested(PersonId Person, Guid RequestId, Guid? For, ImmutableArray<PieceKind> Pieces, DateOnly On, DateOnly Due) : RightsEvent(Person)
{
    /// <summary>Equal when the pieces are the same ones.</summary>
    public bool Equals(PiecesRequested? other) => other is not null && Person == other.Person && RequestId == other.RequestId && For == other.For
        && On == other.On && Due == other.Due && Pieces.SequenceEqual(other.Pieces);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Person, RequestId, For, On, Due, Pieces.Length);
}

/// <summary>Whoever has to give pieces was reminded, 21 days after they were asked for.</summary>
public sealed record PiecesReminded(PersonId Person, Guid RequestId, DateOnly On) : RightsEvent(Person);

/// <summary>A piece was given.</summary>
public sealed record PieceReceived(PersonId Person, Guid RequestId, PieceKind Piece, DateOnly On) : RightsEvent(Person);

/// <summary>A piece is good.</summary>
public sealed record PieceAccepted(PersonId Person, Guid RequestId, PieceKind Piece) : RightsEvent(Person);

/// <summary>A piece is not usable; it is asked for again, until a new day.</summary>
public sealed record PieceRefused(PersonId Person, Guid RequestId, PieceKind Piece, Protected<string> Reason, DateOnly On, DateOnly Due) : RightsEvent(Person);
