using Coordination.Domain.Identifiers;

namespace Coordination.Domain.Rights;

/// <summary>Message: what is awaited of a request for pieces changed, or its time has come.</summary>
public sealed record LookAtPieces(PersonId Person, Guid RequestId);

/// <summary>What follows from facts of rights.</summary>
public static class RightsPolicy
{
    /// <summary>Each request that changed is looked at, to set or take back its reminder.</summary>
    public static IEnumerable<LookAtPieces> React(IEnumerable<RightsEvent> facts) => facts
        .Select(fact => fact switch
        {
            PiecesRequested e => new LookAtPieces(e.Person, e.RequestId),
            PieceReceived e => new LookAtPieces(e.Person, e.RequestId),
            PieceRefused e => new LookAtPieces(e.Person, e.RequestId),
            PiecesReminded e => new LookAtPieces(e.Person, e.RequestId),
            _ => null,
        })
        .OfType<LookAtPieces>().Distinct();
}
