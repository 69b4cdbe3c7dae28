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
        store.Aggregates.Map<Team>("care_team", (state, e) => Team.Evolve(state, (CareTeamEvent)e.Data));
        store.Aggregates.Map<AccessRequest>("access_request", (state, e) => AccessRequest.Evolve(state, (AccessRequestEvent)e.Data));
        store.Events
            .Map<MemberJoined>("member_joined")
            .Map<MemberLeft>("member_left")
            .Map<MembershipChanged>("membership_changed")
            .Map<AccessRequested>("access_requested")
            .Map<AccessGranted>("access_granted")
            .Map<AccessRefused>("access_refused");
        store.Projections
            .View(CareTeamProjection.View).Add(new CareTeamProjection(), ProjectionLifecycle.Inline)
            .View(AccessRequestProjection.View).Add(new AccessRequestProjection(), ProjectionLifecycle.Inline);
    }

    /// <inheritdoc />
    public override void Commands(CommandRegistry commands) => commands
        .Handle<JoinCareTeam, Team>(JoinCareTeam.Decide, new JoinCareTeamValidator())
        .Handle<LeaveCareTeam, Team>(LeaveCareTeam.Decide)
        .Handle<RequestAccess, AccessRequest>(RequestAccess.Decide, new RequestAccessValidator())
        .Handle<GrantAccess, AccessRequest>(GrantAccess.Decide)
        .Handle<RefuseAccess, AccessRequest>(RefuseAccess.Decide, new RefuseAccessValidator());
}
