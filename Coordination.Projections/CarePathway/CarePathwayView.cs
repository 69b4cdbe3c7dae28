using Coordination.Domain.CarePathway;
using Coordination.Domain.Kernel;
using Platform.EventStore;
using Pathway = Coordination.Domain.CarePathway.CarePathway;

namespace Coordination.Projections.CarePathway;

/// <summary>A pathway as the record of its person shows it.</summary>
/// <param name="Reason">Why she entered it.</param>
public sealed record CarePathwayView(Guid Id, Pathway Pathway, Protected<string>? Reason, string? AppliedBy, DateTimeOffset ChangedAt, long Version);

/// <summary>One row per applied pathway, in the transaction of its events.</summary>
public sealed class CarePathwayProjection : SingleStreamProjection<CarePathwayView>
{
    /// <summary>The view's table: those of a person; open ones by the day of their next step.</summary>
    public static ViewDefinition<CarePathwayView> View { get; } = new ViewDefinition<CarePathwayView>("care_pathway", 1)
        .Id(v => v.Id)
        .Column("person_id", "uuid", v => v.Pathway.Person.Value)
        .Column("template", "text", v => v.Pathway.Template)
        .Column("entered_on", "date", v => v.Pathway.EnteredOn)
        .Column("next_due_on", "date", v => v.Pathway.NextDueOn)
        .Column("closed", "boolean", v => v.Pathway.Exit is not null)
        .Index("person_id")
        .Index("next_due_on", "id");

    /// <inheritdoc />
    public override IReadOnlyCollection<string> StreamTypes { get; } = ["care_pathway"];

    /// <inheritdoc />
    public override CarePathwayView? Evolve(CarePathwayView? view, IEvent e) => e.Data is not PathwayEvent fact ? view : new(
        e.StreamId, Pathway.Evolve(view?.Pathway, fact), fact is PathwayApplied applied ? applied.Reason : view!.Reason, view is null ? e.UserName : view.AppliedBy, e.RecordedAt, e.Version);
}
