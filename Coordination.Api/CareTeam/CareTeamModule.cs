using Coordination.Api.Hosting;
using Coordination.Api.Hosting.Commands;
using Coordination.Domain.CareTeam;
using Coordination.Projections.CareTeam;
using Platform.EventStore;
using Team = Coordination.Domain.CareTeam.CareTeam;

namespace Coordination.Api.CareTeam;

/// <summary>Registration of care teams and of requests for access to them.</summary>
public sealed class CareTeamModule : CapabilityModule
{
    /// <inheritdoc />
    public override void Store(StoreOptions store)
    {
        store.Aggregates.Map<Team>("care_team", (state, e) => Team.Evolve(state, (CareTeamEvent)e.Data, e.OccurredAt));
        store.Aggregates.Map<AccessRequest>("access_request", (state, e) => AccessRequest.Evolve(state, (AccessRequestEvent)e.Data));
        store.Aggregates.Map<TeamInvitation>("team_invitation", (state, e) => TeamInvitation.Evolve(state, (TeamInvitationEvent)e.Data));
        store.Events
            .Map<MemberJoined>("member_joined")
            .Map<MemberLeft>("member_left")
            .Map<MembershipChanged>("membership_changed")
            .Map<MemberExpected>("member_expected")
            .Map<ReplacementStarted>("replacement_started")
            .Map<StructureJoined>("structure_joined")
            .Map<StructureMembershipChanged>("structure_membership_changed")
            .Map<StructureLeft>("structure_left")
            .Map<StructureProfessionalNamed>("structure_professional_named")
            .Map<StructureProfessionalRemoved>("structure_professional_removed")
            .Map<RelativeAdded>("relative_added")
            .Map<RelativeChanged>("relative_changed")
            .Map<RelativeRemoved>("relative_removed")
            .Map<MemberInvited>("member_invited")
            .Map<InvitationAccepted>("invitation_accepted")
            .Map<InvitationDeclined>("invitation_declined")
            .Map<InvitationWithdrawn>("invitation_withdrawn")
            .Map<AccessRequested>("access_requested")
            .Map<AccessGranted>("access_granted")
            .Map<AccessRefused>("access_refused");
        store.Projections
            .View(CareTeamProjection.View).Add(new CareTeamProjection(), ProjectionLifecycle.Inline)
            .View(TeamInvitationProjection.View).Add(new TeamInvitationProjection(), ProjectionLifecycle.Inline)
            .View(AccessRequestProjection.View).Add(new AccessRequestProjection(), ProjectionLifecycle.Inline);
    }

    /// <inheritdoc />
    public override void Commands(CommandRegistry commands) => commands
        .Handle<JoinCareTeam, Team>(JoinCareTeam.Decide, new JoinCareTeamValidator())
        .Handle<LeaveCareTeam, Team>(LeaveCareTeam.Decide, new LeaveCareTeamValidator())
        .Handle<ReplaceMember, Team>(ReplaceMember.Decide, new ReplaceMemberValidator())
        .Handle<JoinStructure, Team>(JoinStructure.Decide, new JoinStructureValidator())
        .Handle<LeaveAsStructure, Team>(LeaveAsStructure.Decide)
        .Handle<NameStructureProfessional, Team>(NameStructureProfessional.Decide)
        .Handle<RemoveStructureProfessional, Team>(RemoveStructureProfessional.Decide)
        .Handle<RecordRelative, Team>(RecordRelative.Decide, new RecordRelativeValidator())
        .Handle<RemoveRelative, Team>(RemoveRelative.Decide)
        .Handle<InviteMember, TeamInvitation>(InviteMember.Decide, new InviteMemberValidator())
        .Handle<AcceptInvitation, TeamInvitation>(AcceptInvitation.Decide)
        .Handle<DeclineInvitation, TeamInvitation>(DeclineInvitation.Decide, new DeclineInvitationValidator())
        .Handle<WithdrawInvitation, TeamInvitation>(WithdrawInvitation.Decide)
        .Handle<RequestAccess, AccessRequest>(RequestAccess.Decide, new RequestAccessValidator())
        .Handle<GrantAccess, AccessRequest>(GrantAccess.Decide)
        .Handle<RefuseAccess, AccessRequest>(RefuseAccess.Decide, new RefuseAccessValidator());
}
