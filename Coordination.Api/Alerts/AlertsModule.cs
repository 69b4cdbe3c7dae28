using Coordination.Api.Hosting;
using Coordination.Api.Hosting.Commands;
using Coordination.Domain.Alerts;
using Coordination.Projections.Alerts;
using Platform.EventStore;
using Platform.Messaging;

namespace Coordination.Api.Alerts;

/// <summary>Registration of alerts.</summary>
public sealed class AlertsModule : CapabilityModule
{
    /// <inheritdoc />
    public override void Store(StoreOptions store)
    {
        store.Aggregates.Map<Alert>("alert", (state, e) => Alert.Evolve(state, (AlertEvent)e.Data));
        store.Events
            .Map<AlertRaised>("alert_raised")
            .Map<AlertReassessed>("alert_reassessed")
            .Map<AlertReopened>("alert_reopened")
            .Map<AlertTaken>("alert_taken")
            .Map<AlertAcknowledged>("alert_acknowledged")
            .Map<AlertResolved>("alert_resolved");
        store.Aggregates.Map<TerritorySettings>("territory_settings", (state, e) => TerritorySettings.Evolve(state, (TerritorySettingsEvent)e.Data));
        store.Events
            .Map<FirstVisitLimitSet>("first_visit_limit_set")
            .Map<AlertDelaySet>("alert_delay_set")
            .Map<OpeningHoursSet>("opening_hours_set")
            .Map<WeekSet>("week_set")
            .Map<HolidayRegimeSet>("holiday_regime_set")
            .Map<ClosurePlanned>("closure_planned")
            .Map<ClosureCancelled>("closure_cancelled");
        store.Projections.View(AlertProjection.View).Add(new AlertProjection(), ProjectionLifecycle.Inline);
    }

    /// <inheritdoc />
    public override void Commands(CommandRegistry commands) => commands
        .Handle<RaiseAlert, Alert>(RaiseAlert.Decide)
        .Handle<ResolveAlert, Alert>(ResolveAlert.Decide)
        .Handle<TakeAlert, Alert>(TakeAlert.Decide, new TakeAlertValidator())
        .Handle<AcknowledgeAlert, Alert>(AcknowledgeAlert.Decide, new AcknowledgeAlertValidator())
        .React<Alert>((_, before, facts) => AlertPolicy.React(before, facts).Select(message => new FollowUp(message, DischargeWatch.GroupOf(message.Discharge))))
        .Handle<SetFirstVisitLimit, TerritorySettings>(SetFirstVisitLimit.Decide, new SetFirstVisitLimitValidator())
        .Handle<SetAlertDelay, TerritorySettings>(SetAlertDelay.Decide, new SetAlertDelayValidator())
        .Handle<SetOpeningHours, TerritorySettings>(SetOpeningHours.Decide, new SetOpeningHoursValidator())
        .Handle<SetWeek, TerritorySettings>(SetWeek.Decide, new SetWeekValidator())
        .Handle<SetHolidayRegime, TerritorySettings>(SetHolidayRegime.Decide)
        .Handle<PlanClosure, TerritorySettings>(PlanClosure.Decide, new PlanClosureValidator())
        .Handle<CancelClosure, TerritorySettings>(CancelClosure.Decide)
        .React<TerritorySettings>((_, _, facts) => facts.Where(f => f is FirstVisitLimitSet or AlertDelaySet).Select(_ => new FollowUp(new TerritorySettingsChanged(), "settings")));

    /// <inheritdoc />
    public override void Messages(MessagingOptions messages, IServiceProvider services) => messages
        .Message<DischargeAlertTaken>("discharge_alert_taken")
        .Message<TerritorySettingsChanged>("territory_settings_changed")
        .Handle<TerritorySettingsChanged>("alerts", (m, context, cancellation) =>
            services.GetRequiredService<DischargeWatch>().HandleAsync(m, context, cancellation))
        .Message<LookAtDischarge>("look_at_discharge")
        .Handle<LookAtDischarge>("alerts", (m, context, cancellation) =>
            services.GetRequiredService<DischargeWatch>().HandleAsync(m, context, cancellation));
}
