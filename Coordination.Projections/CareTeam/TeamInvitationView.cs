using Coordination.Domain.CareTeam;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Platform.EventStore;

namespace Coordination.Projections.CareTeam;

/// <summary>An invitation as its two sides read it.</summary>
/// <param name="By">Actor who invited.</param>
public sealed record TeamInvitationView(Guid Id, TeamInvitation Invitation, string? By, DateTimeOffset At, long Version)
{
    /// <summary>When it was answered or taken back.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Who answered.</summary>
    public ProfessionalId? AnsweredBy { get; init; }

    /// <summary>Why it was declined.</summary>
    public Protected<string>? Refusal { get; init; }
}

/// <summary>One row per invitation, in the transaction of its events.</summary>
public sealed class TeamInvitationProjection : SingleStreamProjection<TeamInvitationView>
{
    /// <summary>The view's table: those of a person, of a professional, of a structure, and those that are awaited, the first to run out first.</summary>
    public static ViewDefinition<TeamInvitationView> View { get; } = new ViewDefinition<TeamInvitationView>("team_invitation", 1)
        .Id(v => v.Id)
        .Column("person_id", "uuid", v => v.Invitation.Person.Value)
        .Column("professional_id", "uuid", v => v.Invitation.Professional?.Value)
        .Column("structure", "text", v => v.Invitation.Structure?.Value)
        .Column("status", "text", v => v.Invitation.Status)
        .Column("expires_at", "timestamp with time zone", v => v.Invitation.ExpiresAt)
        .Index("person_id")
        .Index("professional_id", "expires_at", "id")
        .Index("structure", "expires_at", "id")
        .Index("status", "expires_at", "id");

    /// <inheritdoc />
    public override IReadOnlyCollection<string> StreamTypes { get; } = ["team_invitation"];

    /// <inheritdoc />
    public override TeamInvitationView? Evolve(TeamInvitationView? view, IEvent e) => e.Data switch
    {
        MemberInvited invited => new(e.StreamId, TeamInvitation.Evolve(null, invited), e.UserName, e.OccurredAt, e.Version),
        TeamInvitationEvent fact => Answered(view! with { Invitation = TeamInvitation.Evolve(view.Invitation, fact), AnsweredAt = e.OccurredAt, Version = e.Version }, fact),
        _ => view,
    };

    private static TeamInvitationView Answered(TeamInvitationView view, TeamInvitationEvent fact) => fact switch
    {
        InvitationAccepted accepted => view with { AnsweredBy = accepted.By },
        InvitationDeclined declined => view with { AnsweredBy = declined.By, Refusal = declined.Reason },
        _ => view,
    };
}
