using Coordination.Api.Alerts;
using Coordination.Api.Hosting;
using Coordination.Api.Hosting.Commands;
using Coordination.Domain.Alerts;
using Coordination.Domain.Discharge;
using Coordination.Domain.Identifiers;
using Coordination.Projections.Discharge;
using Platform.EventStore;
using Platform.Messaging;
using Stay = Coordination.Domain.Discharge.Discharge;

namespace Coordination.Api.Discharge;

/// <summary>Registration of hospital stays and discharges.</summary>
public sealed class DischargeModule : CapabilityModule
{
    /// <inheritdoc />
    public override void Store(StoreOptions store)
    {
        store.Aggregates.Map<Stay>("discharge", (state, e) => Stay.Evolve(state, (DischargeEvent)e.Data));
        store.Events
            .Map<HospitalStayOpened>("hospital_stay_opened")
            .Map<DischargeEstimated>("discharge_estimated")
            .Map<DischargeAnnounced>("discharge_announced")
            .Map<DischargeRescheduled>("discharge_rescheduled")
            .Map<DischargeAnnouncementWithdrawn>("discharge_announcement_withdrawn")
            .Map<VisitIdentified>("visit_identified")
            .Map<ReturnNeedsStated>("return_needs_stated")
            .Map<DestinationStated>("destination_stated")
            .Map<ReturnContactsStated>("return_contacts_stated")
            .Map<AnnouncementSeen>("announcement_seen")
            .Map<DischargeTakenInCharge>("discharge_taken_in_charge")
            .Map<ArrangementConfirmed>("arrangement_confirmed")
            .Map<ArrangementWithdrawn>("arrangement_withdrawn")
            .Map<PersonDischarged>("person_discharged")
            .Map<DischargeCancelled>("discharge_cancelled")
            .Map<HospitalStayCancelled>("hospital_stay_cancelled")
            .Map<LeaveStarted>("leave_started")
            .Map<LeaveEnded>("leave_ended");
        store.Projections
            .View(DischargeProjection.View).Add(new DischargeProjection(), ProjectionLifecycle.Inline)
            .View(VisitProjection.View).Add(new VisitProjection(), ProjectionLifecycle.Inline)
            .View(EstablishmentDischargeProjection.View).Add(new EstablishmentDischargeProjection(), ProjectionLifecycle.Async);
    }

    /// <inheritdoc />
    public override void Commands(CommandRegistry commands) => commands
        .Handle<RecordAdmission, Stay>(RecordAdmission.Decide)
        .Handle<AnnounceDischarge, Stay>(AnnounceDischarge.Decide)
        .Handle<AnnounceReturn, Stay>(AnnounceReturn.Decide, new AnnounceReturnValidator())
        .Handle<WithdrawDischargeAnnouncement, Stay>(WithdrawDischargeAnnouncement.Decide, new WithdrawDischargeAnnouncementValidator())
        .Handle<RecordDischarge, Stay>(RecordDischarge.Decide)
        .Handle<CancelDischarge, Stay>(CancelDischarge.Decide)
        .Handle<CancelHospitalStay, Stay>(CancelHospitalStay.Decide)
        .Handle<RecordLeave, Stay>(RecordLeave.Decide)
        .Handle<AssessReturnNeeds, Stay>(AssessReturnNeeds.Decide)
        .Handle<StateDestination, Stay>(StateDestination.Decide, new StateDestinationValidator())
        .Handle<ConfirmArrangement, Stay>(ConfirmArrangement.Decide, new ConfirmArrangementValidator())
        .Handle<WithdrawArrangement, Stay>(WithdrawArrangement.Decide, new WithdrawArrangementValidator())
        .Handle<MarkAnnouncementSeen, Stay>(MarkAnnouncementSeen.Decide)
        .Handle<TakeDischarge, Stay>(TakeDischarge.Decide)
        .React<Stay>((id, before, facts) => DischargePolicy
            .React(new DischargeId(id), facts.Cast<DischargeEvent>().Aggregate(before, Stay.Evolve)!, facts)
            .Select(message => new FollowUp(message, DischargeWatch.GroupOf(message.Discharge))));

    /// <inheritdoc />
    public override void Messages(MessagingOptions messages, IServiceProvider services) => messages
        .Message<DischargeSituationChanged>("discharge_situation_changed")
        .Handle<DischargeSituationChanged>("alerts", (m, context, cancellation) =>
            services.GetRequiredService<DischargeWatch>().HandleAsync(m, context, cancellation))
        .Handle<DischargeAlertTaken>("discharges", (m, context, cancellation) =>
            services.GetRequiredService<DischargeCharge>().HandleAsync(m, context, cancellation));
}
