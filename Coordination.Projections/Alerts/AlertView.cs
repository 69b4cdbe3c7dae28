using Coordination.Domain.Alerts;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Platform.EventStore;
using State = Coordination.Domain.Alerts.Alert;

namespace Coordination.Projections.Alerts;

/// <summary>One alert as the inbox shows it; title and reason are made at reading.</summary>
/// <param name="RaisedAt">When it was raised, or last reopened.</param>
public sealed record AlertView(Guid Id, State Alert, DateTimeOffset RaisedAt, DateTimeOffset? TakenAt, AlertClosureView? Closure, long Version);

/// <summary>How an alert ended.</summary>
/// <param name="By">Who closed it; null when its condition went away.</param>
/// <param name="Reason">Why, sealed; null when its condition went away.</param>
/// <param name="Cause">The event that took the condition away.</param>
public sealed record AlertClosureView(DateTimeOffset At, ProfessionalId? By, Protected<string>? Reason, AlertCause? Cause);

/// <summary>One row per alert, in the transaction of its events.</summary>
public sealed class AlertProjection : SingleStreamProjection<AlertView>
{
    /// <summary>The view's table: sort and filter columns of their own. <c>urgency</c> is 0 for critical.</summary>
    public static ViewDefinition<AlertView> View { get; } = new ViewDefinition<AlertView>("alert", 1)
        .Id(v => v.Id)
        .Column("status", "text", v => v.Alert.Status.ToString())
        .Column("urgency", "smallint", v => (short)(AlertSeverity.Critical - v.Alert.Finding.Severity))
        .Column("rule_code", "text", v => v.Alert.Finding.RuleCode)
        .Column("subject_id", "uuid", v => v.Alert.Finding.Subject.Value)
        .Column("discharge_id", "uuid", v => v.Alert.Finding.Facts.Discharge?.Value)
        .Column("commune", "text", v => v.Alert.Finding.Facts.Commune?.Value)
        .Column("due_at", "timestamptz", v => v.Alert.Finding.DueAt)
        .Column("raised_at", "timestamptz", v => v.RaisedAt)
        .Column("taken_by", "uuid", v => v.Alert.TakenBy?.Value)
        .Column("closed_at", "timestamptz", v => v.Closure?.At)
        .Index("status", "urgency", "due_at", "id")
        .Index("discharge_id");

    /// <inheritdoc />
    public override IReadOnlyCollection<string> StreamTypes { get; } = ["alert"];

    /// <inheritdoc />
    public override AlertView? Evolve(AlertView? view, IEvent e)
    {
        if (e.Data is not AlertEvent fact) return view;
        var state = State.Evolve(view?.Alert, fact);
        return fact switch
        {
            AlertRaised or AlertReopened => new(e.StreamId, state, e.RecordedAt, null, null, e.Version),
            AlertTaken => view! with { Alert = state, TakenAt = e.RecordedAt, Version = e.Version },
            AlertAcknowledged f => view! with { Alert = state, Closure = new(e.RecordedAt, f.By, f.Reason, null), Version = e.Version },
            AlertResolved f => view! with { Alert = state, Closure = new(e.RecordedAt, null, null, f.Cause), Version = e.Version },
            _ => view! with { Alert = state, Version = e.Version },
        };
    }
}
