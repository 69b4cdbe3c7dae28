using Coordination.Domain.Assessment;
using Platform.EventStore;

namespace Coordination.Projections.Assessment;

/// <summary>What the Département decided about a person's autonomy.</summary>
public sealed record AutonomyView(Guid Id, Autonomy Autonomy, long Version);

/// <summary>One row per person, in the transaction of its events.</summary>
public sealed class AutonomyProjection : SingleStreamProjection<AutonomyView>
{
    /// <summary>The view's table: looked up by person.</summary>
    public static ViewDefinition<AutonomyView> View { get; } = new ViewDefinition<AutonomyView>("autonomy", 1)
        .Id(v => v.Id)
        .Column("person_id", "uuid", v => v.Autonomy.Person.Value)
        .Index("person_id");

    /// <inheritdoc />
    public override IReadOnlyCollection<string> StreamTypes { get; } = ["autonomy"];

    /// <inheritdoc />
    public override AutonomyView? Evolve(AutonomyView? view, IEvent e) =>
        e.Data is AutonomyEvent fact ? new(e.StreamId, Autonomy.Evolve(view?.Autonomy, fact), e.Version) : view;
}
