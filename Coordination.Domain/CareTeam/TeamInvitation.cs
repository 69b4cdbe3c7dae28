using System.Diagnostics;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareTeam;

/// <summary>Facts of an invitation to a care team.</summary>
/// <param name="Person">Whose team it is.</param>
public abstract record TeamInvitationEvent(PersonId Person) : IDomainEvent;

/// <summary>A professional, or a structure, was asked to take part.</summary>
/// <param name="Professional">Who; null when a structure is asked.</param>
/// <param name="Structure">Which structure; null when a professional is asked.</param>
/// <param name="Until">End of the membership when it is known from the start.</param>
/// <param name="ExpiresAt">From when on it can be accepted no longer.</param>
public sealed record MemberInvited(
    PersonId Person, ProfessionalId? Professional, Finess? Structure, TeamRole Role, LegalCase Basis, DateTimeOffset? Until, DateTimeOffset ExpiresAt) : TeamInvitationEvent(Person);

/// <summary>The invited accepted; the membership is made in the same transaction.</summary>
public sealed record InvitationAccepted(PersonId Person, ProfessionalId By) : TeamInvitationEvent(Person);

/// <summary>The invited declined.</summary>
public sealed record InvitationDeclined(PersonId Person, ProfessionalId By, Protected<string> Reason) : TeamInvitationEvent(Person);

/// <summary>The DAC took the invitation back.</summary>
public sealed record InvitationWithdrawn(PersonId Person) : TeamInvitationEvent(Person);

/// <summary>How far an invitation has come. That it ran out is told by time, not by a fact.</summary>
public enum InvitationStatus
{
    /// <summary>Sent; nobody answered.</summary>
    Sent,

    /// <summary>Accepted.</summary>
    Accepted,

    /// <summary>Declined.</summary>
    Declined,

    /// <summary>Taken back.</summary>
    Withdrawn,

    /// <summary>Nobody answered in time.</summary>
    RanOut,
}

/// <summary>An invitation as its events tell it.</summary>
public sealed record TeamInvitation(
    PersonId Person, ProfessionalId? Professional, Finess? Structure, TeamRole Role, LegalCase Basis, DateTimeOffset? Until, DateTimeOffset ExpiresAt, InvitationStatus Status)
{
    /// <summary>Days for an answer when nothing else is said.</summary>
    public const int DefaultDays = 15;

    private static readonly Guid Space = new("7e0c2c55-0f1b-4a0e-9a63-5d1f0b8e7a21");

    /// <summary>The stream of the n-th invitation of somebody to a person's team: two who send one at the same time meet.</summary>
    /// <param name="invited">A professional's id, or a structure's number.</param>
    public static Guid IdOf(TerritoryId territory, PersonId person, string invited, int number) =>
        DeterministicGuid.V5(Space, $"{territory.Value}|{person.Value}|{invited}|{number}");

    /// <summary>How far it has come at this instant.</summary>
    public InvitationStatus StatusAt(DateTimeOffset instant) => Status is InvitationStatus.Sent && ExpiresAt <= instant ? InvitationStatus.RanOut : Status;

    /// <summary>The invitation after one more fact.</summary>
    public static TeamInvitation Evolve(TeamInvitation? state, TeamInvitationEvent fact) => (state, fact) switch
    {
        (null, MemberInvited e) => new(e.Person, e.Professional, e.Structure, e.Role, e.Basis, e.Until, e.ExpiresAt, InvitationStatus.Sent),
        ({ } s, InvitationAccepted) => s with { Status = InvitationStatus.Accepted },
        ({ } s, InvitationDeclined) => s with { Status = InvitationStatus.Declined },
        ({ } s, InvitationWithdrawn) => s with { Status = InvitationStatus.Withdrawn },
        _ => throw new UnreachableException($"{fact.GetType().Name} on {(state is null ? "no invitation" : "an invitation")}"),
    };
}
