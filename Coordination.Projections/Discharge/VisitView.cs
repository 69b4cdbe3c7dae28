using Coordination.Domain.Discharge;
using Platform.EventStore;

namespace Coordination.Projections.Discharge;

/// <summary>Which stream holds a visit of the feed that the social service had announced before.</summary>
public sealed record VisitView(Guid Id, Guid Visit);

/// <summary>One row per stream whose visit was learned later, in the transaction of its events.</summary>
public sealed class VisitProjection : SingleStreamProjection<VisitView>
{
    /// <summary>The view's table: looked up by visit.</summary>
    public static ViewDefinition<VisitView> View { get; } = new ViewDefinition<VisitView>("discharge_visit", 1)
        .Id(v => v.Id)
        .Column("visit", "uuid", v => v.Visit)
        .Index("visit");

    /// <inheritdoc />
    public override IReadOnlyCollection<string> StreamTypes { get; } = ["discharge"];

    /// <inheritdoc />
    public override VisitView? Evolve(VisitView? view, IEvent e) => e.Data is VisitIdentified fact ? new(e.StreamId, fact.Visit) : view;
}
