using Coordination.Api.Hosting;
using Coordination.Api.Hosting.Commands;
using Coordination.Domain.Directory;
using Coordination.Projections.Directory;
using Platform.EventStore;

namespace Coordination.Api.Directory;

/// <summary>Registration of territories and CPTS as dated lists of communes.</summary>
public sealed class DirectoryModule : CapabilityModule
{
    /// <inheritdoc />
    public override void Store(StoreOptions store)
    {
        store.Aggregates.Map<Area>("area", (state, e) => Area.Evolve(state, (AreaEvent)e.Data));
        store.Events
            .Map<CommunesAttached>("communes_attached")
            .Map<CommunesDetached>("communes_detached");
        store.Projections.View(AreaProjection.View).Add(new AreaProjection(), ProjectionLifecycle.Inline);
    }

    /// <inheritdoc />
    public override void Commands(CommandRegistry commands) => commands
        .Handle<AttachCommunes, Area>(AttachCommunes.Decide, new AttachCommunesValidator())
        .Handle<DetachCommunes, Area>(DetachCommunes.Decide, new DetachCommunesValidator());
}
