using Coordination.Api.Hosting;
using Coordination.Api.Hosting.Commands;
using Coordination.Domain.CaseFinding;
using Coordination.Projections.CaseFinding;
using Platform.EventStore;

namespace Coordination.Api.CaseFinding;

/// <summary>Registration of requests for support.</summary>
public sealed class CaseFindingModule : CapabilityModule
{
    /// <inheritdoc />
    public override void Store(StoreOptions store)
    {
        store.Aggregates.Map<SupportRequest>("case_finding", (state, e) => SupportRequest.Evolve(state, (SupportRequestEvent)e.Data));
        store.Events
            .Map<SupportRequested>("support_requested")
            .Map<SupportRequestRestated>("support_request_restated")
            .Map<SupportRequestSeen>("support_request_seen")
            .Map<SupportRequestTaken>("support_request_taken")
            .Map<SupportRequestWithdrawn>("support_request_withdrawn");
        store.Projections
            .View(SupportRequestProjection.View).Add(new SupportRequestProjection(), ProjectionLifecycle.Inline)
            .View(EstablishmentRequestProjection.View).Add(new EstablishmentRequestProjection(), ProjectionLifecycle.Async);
    }

    /// <inheritdoc />
    public override void Commands(CommandRegistry commands) => commands
        .Handle<RequestSupport, SupportRequest>(RequestSupport.Decide, new RequestSupportValidator())
        .Handle<TakeSupportRequest, SupportRequest>(TakeSupportRequest.Decide)
        .Handle<MarkSupportRequestSeen, SupportRequest>(MarkSupportRequestSeen.Decide)
        .Handle<WithdrawSupportRequest, SupportRequest>(WithdrawSupportRequest.Decide, new WithdrawSupportRequestValidator());
}
