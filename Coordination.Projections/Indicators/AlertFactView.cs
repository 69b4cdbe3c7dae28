using Coordination.Domain.Alerts;
using Coordination.Domain.Indicators;
using Platform.EventStore;

namespace Coordination.Projections.Indicators;

/// <summary>One alert for indicators, with each time it was raised.</summary>
public sealed record AlertFactView(Guid Id, AlertTrace Trace);

/// <summary>Fed asynchronously: figures wait for nothing and hold nothing up.</summary>
public sealed class AlertFactProjection : SingleStreamProjection<AlertFactView>
{
    /// <summary>The view's table: sought by commune and by when the alert was raised, first and last.</summary>
    public static ViewDefinition<AlertFactView> View { get; } = new ViewDefinition<AlertFactView>("alert_fact", 1)
        .Id(v => v.Id)
        .Column("commune", "text", v => v.Trace.Commune?.Value)
        .Column("first_raised_at", "timestamptz", v => v.Trace.Raisings[0].RaisedAt)
        .Column("last_raised_at", "timestamptz", v => v.Trace.Raisings[^1].RaisedAt)
        .Index("last_raised_at")
        .Index("commune");

    /// <inheritdoc />
    public override IReadOnlyCollection<string> StreamTypes { get; } = ["alert"];

    /// <inheritdoc />
    public override AlertFactView? Evolve(AlertFactView? view, IEvent e) =>
        e.Data is AlertEvent fact && AlertTrace.Next(view?.Trace, fact, e.RecordedAt) is { } next ? new(e.StreamId, next) : view;
}
