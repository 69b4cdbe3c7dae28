using Coordination.Api.Hosting;
using Coordination.Api.Hosting.Commands;
using Coordination.Projections.Indicators;
using Platform.EventStore;

namespace Coordination.Api.Indicators;

/// <summary>Registration of indicators: views of other capabilities' facts, no command.</summary>
public sealed class IndicatorsModule : CapabilityModule
{
    /// <inheritdoc />
    public override void Store(StoreOptions store) => store.Projections
        .View(DischargeFactProjection.View).Add(new DischargeFactProjection(), ProjectionLifecycle.Async)
        .View(AlertFactProjection.View).Add(new AlertFactProjection(), ProjectionLifecycle.Async);

    /// <inheritdoc />
    public override void Commands(CommandRegistry commands)
    {
        // Nobody writes an indicator.
    }
}
