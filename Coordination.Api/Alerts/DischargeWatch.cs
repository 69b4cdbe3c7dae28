using Coordination.Api.Hosting.Commands;
using Coordination.Domain.Alerts;
using Coordination.Domain.Discharge;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Platform.EventStore;
using Platform.Messaging;
using Record = Coordination.Domain.CareRecord.CareRecord;
using Stay = Coordination.Domain.Discharge.Discharge;

namespace Coordination.Api.Alerts;

/// <summary>Message: time has come to look again at the alerts of a discharge.</summary>
public sealed record LookAtDischarge(DischargeId Discharge, PersonId Person);

/// <summary>
/// Keeps the alerts of discharges true: at each change, and when time alone changes what a rule finds. It looks at the facts as they
/// are when it runs, so a message handled twice or late changes nothing.
/// </summary>
public sealed class DischargeWatch(UnitOfWork work, OutboxWriter outbox, TimeProvider clock)
{
    /// <summary>What concerns one discharge is looked at in order.</summary>
    public static string GroupOf(DischargeId discharge) => $"discharge:{discharge}";

    /// <summary>The situation changed.</summary>
    public Task HandleAsync(DischargeSituationChanged message, MessageContext context, CancellationToken cancellation) =>
        LookAsync(message.Discharge, message.Person, context, cancellation);

    /// <summary>Time has come.</summary>
    public Task HandleAsync(LookAtDischarge message, MessageContext context, CancellationToken cancellation) =>
        LookAsync(message.Discharge, message.Person, context, cancellation);

    private async Task LookAsync(DischargeId discharge, PersonId person, MessageContext context, CancellationToken cancellation)
    {
        await using var session = context.OpenSession();
        var territory = new TerritoryId(session.TenantId);
        var events = await session.Events.FetchStreamAsync(discharge.Value, ct: cancellation);
        if (events.Count == 0) return;
        var stay = events.Aggregate((Stay?)null, (state, e) => Stay.Evolve(state, (DischargeEvent)e.Data))!;
        var record = await session.Events.AggregateStreamAsync<Record>(Record.IdOf(territory, person).Value, ct: cancellation);
        if (record is null) return;
        var now = clock.GetUtcNow();
        var situation = new DischargeSituation(discharge, person, stay.Establishment, record.Commune, record.IsEligible,
            stay.Status is DischargeStatus.Announced ? stay.ExpectedAt : null, record.Referent);
        var last = events[^1];
        var cause = new AlertCause(last.Id, last.Alias, last.OccurredAt, last.RecordedAt, last.UserName ?? Actor.Platform.Id);
        foreach (var rule in AlertRules.OfDischarges)
            await ApplyAsync(rule, situation, cause, session, now, cancellation);
        await session.SaveChangesAsync(cancellation);
    }

    private async Task ApplyAsync(
        AlertRule rule, DischargeSituation situation, AlertCause cause, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation)
    {
        var territory = new TerritoryId(session.TenantId);
        var id = Alert.IdOf(territory, rule.Code, situation.Person, situation.Discharge.Value);
        var request = new CommandRequest(territory, Actor.Platform, id.Value);
        _ = rule.Assess(situation, now) is { } finding
            ? await work.StageAsync<RaiseAlert, Alert>(session, request, new RaiseAlert(finding, cause), cancellation)
            : await work.StageAsync<ResolveAlert, Alert>(session, request, new ResolveAlert(cause), cancellation);
        var key = $"{rule.Code}|{situation.Discharge}";
        if (rule.NextLook(situation, now) is { } at)
        {
            var message = new LookAtDischarge(situation.Discharge, situation.Person);
            outbox.Schedule(session, message, at, new DeliveryOptions { TenantId = session.TenantId, GroupId = GroupOf(situation.Discharge), ScheduleKey = key });
        }
        else
        {
            outbox.CancelScheduled(session, key);
        }
    }
}
