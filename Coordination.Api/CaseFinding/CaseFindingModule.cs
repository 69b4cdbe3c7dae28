using Coordination.Api.Hosting;
using Coordination.Api.Hosting.Commands;
using Coordination.Domain.CaseFinding;
using Coordination.Projections.CaseFinding;
using Platform.EventStore;
using Record = Coordination.Domain.CareRecord.CareRecord;

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
            .Map<SupportRequestWithdrawn>("support_request_withdrawn")
            .Map<SupportAsked>("support_asked")
            .Map<SupportRequestAssigned>("support_request_assigned")
            .Map<SupportRequestSnoozed>("support_request_snoozed")
            .Map<SupportRequestRequalified>("support_request_requalified")
            .Map<SupportRequestRated>("support_request_rated")
            .Map<SupportRequestScreened>("support_request_screened")
            .Map<RequestInformationRecorded>("request_information_recorded")
            .Map<RequestIdentityCommunicated>("request_identity_communicated")
            .Map<SupportRequestAnswered>("support_request_answered")
            .Map<SupportRequestOriented>("support_request_oriented")
            .Map<SupportAccepted>("support_accepted")
            .Map<SupportRefused>("support_refused")
            .Map<SupportRequestFoundDuplicate>("support_request_found_duplicate")
            .Map<SupportRequestClosedWithoutFollowUp>("support_request_closed_without_follow_up")
            .Map<SupportRequestDecisionUndone>("support_request_decision_undone");
        store.Projections
            .View(SupportRequestProjection.View).Add(new SupportRequestProjection(), ProjectionLifecycle.Inline)
            .View(EstablishmentRequestProjection.View).Add(new EstablishmentRequestProjection(), ProjectionLifecycle.Async);
    }

    /// <inheritdoc />
    public override void Commands(CommandRegistry commands) => commands
        .Handle<RequestSupport, SupportRequest>(RequestSupport.Decide, new RequestSupportValidator())
        .Handle<TakeSupportRequest, SupportRequest>(TakeSupportRequest.Decide)
        .Handle<MarkSupportRequestSeen, SupportRequest>(MarkSupportRequestSeen.Decide)
        .Handle<WithdrawSupportRequest, SupportRequest>(WithdrawSupportRequest.Decide, new WithdrawSupportRequestValidator())
        .Handle<AskForSupport, SupportRequest>(AskForSupport.Decide, new AskForSupportValidator())
        .Handle<AssignRequest, SupportRequest>(AssignRequest.Decide)
        .Handle<SnoozeRequest, SupportRequest>(SnoozeRequest.Decide)
        .Handle<RequalifyRequest, SupportRequest>(RequalifyRequest.Decide, new RequalifyRequestValidator())
        .Handle<RateRequest, SupportRequest>(RateRequest.Decide)
        .Handle<ScreenRequest, SupportRequest>(ScreenRequest.Decide)
        .Handle<RecordRequestInformation, SupportRequest>(RecordRequestInformation.Decide)
        .Handle<CommunicateIdentity, SupportRequest>(CommunicateIdentity.Decide, new CommunicateIdentityValidator())
        .Handle<AnswerRequest, SupportRequest>(AnswerRequest.Decide, new AnswerRequestValidator())
        .Handle<OrientRequest, SupportRequest>(OrientRequest.Decide, new OrientRequestValidator())
        .Handle<RefuseRequest, SupportRequest>(RefuseRequest.Decide, new RefuseRequestValidator())
        .Handle<MarkRequestDuplicate, SupportRequest>(MarkRequestDuplicate.Decide)
        .Handle<CloseRequest, SupportRequest>(CloseRequest.Decide, new CloseRequestValidator())
        .Handle<AcceptRequest, SupportRequest>(AcceptRequest.Decide, new AcceptRequestValidator())
        .Handle<UndoRequestDecision, SupportRequest>(UndoRequestDecision.Decide)
        .Handle<OpenFollowUp, Record>(OpenFollowUp.Decide);
}
