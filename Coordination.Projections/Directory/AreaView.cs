using Coordination.Domain.Directory;
using Platform.EventStore;

namespace Coordination.Projections.Directory;

/// <summary>A territory or a CPTS with its communes of all times.</summary>
public sealed record AreaView(Guid Id, Area Area);

/// <summary>One row per area, in the transaction of its events.</summary>
public sealed class AreaProjection : SingleStreamProjection<AreaView>
{
    /// <summary>The view's table.</summary>
    public static ViewDefinition<AreaView> View { get; } = new ViewDefinition<AreaView>("area", 1)
        .Id(v => v.Id)
        .Column("kind", "text", v => v.Area.Kind.ToString())
        .Column("code", "text", v => v.Area.Code)
        .Index("kind", "code");

    /// <inheritdoc />
    public override IReadOnlyCollection<string> StreamTypes { get; } = ["area"];

    /// <inheritdoc />
    public override AreaView? Evolve(AreaView? view, IEvent e) =>
        e.Data is AreaEvent fact ? new(e.StreamId, Area.Evolve(view?.Area, fact)) : view;
}
