using Coordination.Domain.Discharge;
using Coordination.Domain.Indicators;
using Platform.EventStore;

namespace Coordination.Projections.Indicators;

/// <summary>One stay for indicators.</summary>
public sealed record DischargeFactView(Guid Id, DischargeFact Fact);

/// <summary>Fed asynchronously: figures wait for nothing and hold nothing up.</summary>
public sealed class DischargeFactProjection : SingleStreamProjection<DischargeFactView>
{
    /// <summary>The view's table: sought by commune and by the dates that indicators count.</summary>
    public static ViewDefinition<DischargeFactView> View { get; } = new ViewDefinition<DischargeFactView>("discharge_fact", 1)
        .Id(v => v.Id)
        .Column("commune", "text", v => v.Fact.Commune?.Value)
        .Column("announced_at", "timestamptz", v => v.Fact.AnnouncedAt)
        .Column("discharged_at", "timestamptz", v => v.Fact.DischargedAt)
        .Index("announced_at")
        .Index("discharged_at")
        .Index("commune");

    /// <inheritdoc />
    public override IReadOnlyCollection<string> StreamTypes { get; } = ["discharge"];

    /// <inheritdoc />
    public override DischargeFactView? Evolve(DischargeFactView? view, IEvent e) =>
        e.Data is DischargeEvent fact && DischargeFact.Next(view?.Fact, fact, e.RecordedAt) is { } next ? new(e.StreamId, next) : view;
}
