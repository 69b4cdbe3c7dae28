using Coordination.Api.Hosting;
using Coordination.Api.Hosting.Commands;
using Coordination.Domain.Directory;
using Coordination.Projections.Directory;
using Platform.EventStore;

namespace Coordination.Api.Directory;

/// <summary>Registration of habilitations.</summary>
public sealed class HabilitationModule : CapabilityModule
{
    /// <inheritdoc />
    public override void Store(StoreOptions store)
    {
        store.Aggregates.Map<Habilitation>("habilitation", (state, e) => Habilitation.Evolve(state, (HabilitationEvent)e.Data));
        store.Events.Map<HabilitationGranted>("habilitation_granted").Map<HabilitationEnded>("habilitation_ended");
        store.Projections.View(HabilitationProjection.View).Add(new HabilitationProjection(), ProjectionLifecycle.Inline);
    }

    /// <inheritdoc />
    public override void Commands(CommandRegistry commands) => commands
        .Handle<GrantHabilitation, Habilitation>(GrantHabilitation.Decide, new GrantHabilitationValidator())
        .Handle<EndHabilitation, Habilitation>(EndHabilitation.Decide, new EndHabilitationValidator());
}
