using System.Collections.Immutable;
using Coordination.Api.Hosting.Commands;
using Coordination.Domain.Alerts;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Discharge;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Projections.Alerts;
using Coordination.Projections.Discharge;
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

    /// <summary>What the record allows, or who refers, changed: every stay of the person is looked at.</summary>
    public async Task HandleAsync(RecordSituationChanged message, MessageContext context, CancellationToken cancellation)
    {
        await using var session = context.OpenSession();
        var stays = await session.QueryAsync<DischargeView>("where person_id = $1 and status <> 'Cancelled'", [message.Person.Value], cancellation);
        var facts = await session.Events.FetchStreamAsync(Record.IdOf(new(session.TenantId), message.Person).Value, ct: cancellation);
        foreach (var stay in stays) await LookAsync(new(stay.Id), message.Person, session, CauseOf(facts[^1]), cancellation);
        await session.SaveChangesAsync(cancellation);
    }

    /// <summary>The limits of the territory changed: every announced discharge, and those just over, are looked at.</summary>
    public async Task HandleAsync(TerritorySettingsChanged message, MessageContext context, CancellationToken cancellation)
    {
        await using var session = context.OpenSession();
        var stays = await session.QueryAsync<DischargeView>(
            "where status = 'Announced' or (status = 'Discharged' and expected_at > $1)", [clock.GetUtcNow().AddDays(-7)], cancellation);
        foreach (var stay in stays)
            outbox.Send(session, new LookAtDischarge(new(stay.Id), stay.Stay.PersonId), new DeliveryOptions { TenantId = session.TenantId, GroupId = GroupOf(new(stay.Id)) });
        await session.SaveChangesAsync(cancellation);
    }

    private async Task LookAsync(DischargeId discharge, PersonId person, MessageContext context, CancellationToken cancellation)
    {
        await using var session = context.OpenSession();
        await LookAsync(discharge, person, session, null, cancellation);
        await session.SaveChangesAsync(cancellation);
    }

    private async Task LookAsync(DischargeId discharge, PersonId person, IDocumentSession session, AlertCause? cause, CancellationToken cancellation)
    {
        var territory = new TerritoryId(session.TenantId);
        var events = await session.Events.FetchStreamAsync(discharge.Value, ct: cancellation);
        if (events.Count == 0) return;
        var stay = events.Aggregate((Stay?)null, (state, e) => Stay.Evolve(state, (DischargeEvent)e.Data))!;
        var record = await session.Events.AggregateStreamAsync<Record>(Record.IdOf(territory, person).Value, ct: cancellation);
        if (record is null) return;
        var now = clock.GetUtcNow();
        var settings = await TerritorySettingsReader.ReadAsync(session, cancellation);
        var situation = new DischargeSituation(discharge, stay, record.Commune, record.IsEligible, record.Deceased, record.Referent, settings,
            await KnownAsync(session, territory, person, discharge, cancellation));
        foreach (var rule in AlertRules.OfDischarges)
            await ApplyAsync(rule, situation, cause ?? CauseOf(events[^1]), session, now, cancellation);
    }

    private static AlertCause CauseOf(IEvent e) => new(e.Id, e.Alias, e.OccurredAt, e.RecordedAt, e.UserName ?? Actor.Platform.Id);

    private static async Task<ImmutableSortedSet<string>> KnownAsync(
        IDocumentSession session, TerritoryId territory, PersonId person, DischargeId discharge, CancellationToken cancellation)
    {
        var ids = AlertRules.OfDischarges.ToDictionary(r => Alert.IdOf(territory, r.Code, person, discharge.Value).Value, r => r.Code);
        var views = await session.LoadManyAsync<AlertView>([.. ids.Keys], cancellation);
        return [.. views.Select(v => ids[v.Id])];
    }

    private async Task ApplyAsync(
        AlertRule rule, DischargeSituation situation, AlertCause cause, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation)
    {
        var territory = new TerritoryId(session.TenantId);
        var id = Alert.IdOf(territory, rule.Code, situation.Stay.PersonId, situation.Discharge.Value);
        var request = new CommandRequest(territory, Actor.Platform, id.Value);
        if (rule.Assess(situation, now) is { } finding)
            await work.StageAsync<RaiseAlert, Alert>(session, request, new RaiseAlert(finding, cause), cancellation);
        else if (situation.Known.Contains(rule.Code))
            await work.StageAsync<ResolveAlert, Alert>(session, request, new ResolveAlert(cause), cancellation);
        var key = $"{rule.Code}|{situation.Discharge}";
        if (rule.NextLook(situation, now) is { } at)
        {
            var message = new LookAtDischarge(situation.Discharge, situation.Stay.PersonId);
            outbox.Schedule(session, message, at, new DeliveryOptions { TenantId = session.TenantId, GroupId = GroupOf(situation.Discharge), ScheduleKey = key });
        }
        else
        {
            outbox.CancelScheduled(session, key);
        }
    }
}
