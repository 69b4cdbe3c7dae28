using Coordination.Api.Alerts;
using Coordination.Api.Hosting;
using Coordination.Api.Hosting.Commands;
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
            .Map<DischargeAnnouncementWithdrawn>("discharge_announcement_withdrawn");
        store.Projections
            .View(DischargeProjection.View).Add(new DischargeProjection(), ProjectionLifecycle.Inline)
            .View(EstablishmentDischargeProjection.View).Add(new EstablishmentDischargeProjection(), ProjectionLifecycle.Async);
    }

    /// <inheritdoc />
    public override void Commands(CommandRegistry commands) => commands
        .Handle<RecordAdmission, Stay>(RecordAdmission.Decide)
        .Handle<AnnounceDischarge, Stay>(AnnounceDischarge.Decide)
        .Handle<WithdrawDischargeAnnouncement, Stay>(WithdrawDischargeAnnouncement.Decide)
        .React<Stay>((id, before, facts) => DischargePolicy
            .React(new DischargeId(id), facts.Cast<DischargeEvent>().Aggregate(before, Stay.Evolve)!, facts)
            .Select(message => new FollowUp(message, DischargeWatch.GroupOf(message.Discharge))));

    /// <inheritdoc />
    public override void Messages(MessagingOptions messages, IServiceProvider services) => messages
        .Message<DischargeSituationChanged>("discharge_situation_changed")
        .Handle<DischargeSituationChanged>("alerts", (m, context, cancellation) =>
            services.GetRequiredService<DischargeWatch>().HandleAsync(m, context, cancellation));
}
