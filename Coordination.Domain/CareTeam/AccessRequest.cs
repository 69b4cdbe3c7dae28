using System.Diagnostics;
using Coordination.Domain.Identifiers;

namespace Coordination.Domain.CareTeam;

/// <summary>Why a professional asks for access.</summary>
public enum AccessReason
{
    /// <summary>He or she takes care of the person already.</summary>
    InCharge,

    /// <summary>Asked to by another professional or a hospital.</summary>
    Referred,

    /// <summary>Stands in for a member.</summary>
    Replacement,

    /// <summary>The person asked for it.</summary>
    PersonsWish,
}

/// <summary>How far a request for access has come.</summary>
public enum AccessRequestStatus
{
    /// <summary>Sent; nobody answered.</summary>
    Sent,

    /// <summary>Granted.</summary>
    Granted,

    /// <summary>Refused.</summary>
    Refused,
}

/// <summary>
/// « Demander l'accès au référent », as its events tell it. Whether the platform knows the person is never said to the one who asks.
/// </summary>
/// <param name="Person">The person the description matched; null when it matched nobody.</param>
public sealed record AccessRequest(ProfessionalId By, PersonId? Person, AccessReason Reason, AccessRequestStatus Status)
{
    /// <summary>The request after one more fact.</summary>
    public static AccessRequest Evolve(AccessRequest? state, AccessRequestEvent fact) => (state, fact) switch
    {
        (null, AccessRequested e) => new(e.By, e.Person, e.Reason, AccessRequestStatus.Sent),
        ({ } s, AccessGranted) => s with { Status = AccessRequestStatus.Granted },
        ({ } s, AccessRefused) => s with { Status = AccessRequestStatus.Refused },
        _ => throw new UnreachableException($"{fact.GetType().Name} on {(state is null ? "no request" : "a request")}"),
    };
}
