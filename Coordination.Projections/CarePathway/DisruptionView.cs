using Coordination.Domain.CarePathway;
using Platform.EventStore;

namespace Coordination.Projections.CarePathway;

/// <summary>A rupture or an unmet need as the record of its person shows it.</summary>
public sealed record DisruptionView(Guid Id, Disruption Disruption, string? ReportedBy, DateTimeOffset ReportedAt, DateTimeOffset ChangedAt, long Version);

/// <summary>One row per rupture or unmet need, in the transaction of its events.</summary>
public sealed class DisruptionProjection : SingleStreamProjection<DisruptionView>
{
    /// <summary>The view's table: those of a person; counts of a period by type and commune.</summary>
    public static ViewDefinition<DisruptionView> View { get; } = new ViewDefinition<DisruptionView>("disruption", 1)
        .Id(v => v.Id)
        .Column("person_id", "uuid", v => v.Disruption.Person.Value)
        .Column("nature", "text", v => v.Disruption.Nature)
        .Column("type", "text", v => v.Disruption.Codes.Type)
        .Column("commune", "text", v => v.Disruption.Commune.Value)
        .Column("status", "text", v => v.Disruption.Status)
        .Column("mistaken", "boolean", v => v.Disruption.Closing is DisruptionClosing.Mistake)
        .Column("noticed_on", "date", v => v.Disruption.NoticedOn)
        .Index("person_id")
        .Index("noticed_on", "type");

    /// <inheritdoc />
    public override IReadOnlyCollection<string> StreamTypes { get; } = ["disruption"];

    /// <inheritdoc />
    public override DisruptionView? Evolve(DisruptionView? view, IEvent e) => e.Data is not DisruptionEvent fact ? view : new(
        e.StreamId, Disruption.Evolve(view?.Disruption, fact), view is null ? e.UserName : view.ReportedBy, view?.ReportedAt ?? e.RecordedAt, e.RecordedAt, e.Version);
}
