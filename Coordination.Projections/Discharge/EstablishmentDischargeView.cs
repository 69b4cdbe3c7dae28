using Coordination.Domain.Discharge;
using Coordination.Domain.Identifiers;
using Platform.EventStore;

namespace Coordination.Projections.Discharge;

/// <summary>What an establishment reads of its discharges: rows of its own tenant, outside every DAC (E1).</summary>
/// <param name="Territory">The DAC in which the discharge lives.</param>
public sealed record EstablishmentDischargeView(Guid Id, TerritoryId Territory, DischargeView Discharge);

/// <summary>Fed asynchronously by the worker; at most about a second behind the territory's own view.</summary>
public sealed class EstablishmentDischargeProjection : MultiStreamProjection<EstablishmentDischargeView>
{
    /// <summary>The view's table.</summary>
    public static ViewDefinition<EstablishmentDischargeView> View { get; } = new ViewDefinition<EstablishmentDischargeView>("establishment_discharge", 1)
        .Id(v => v.Id)
        .Column("person_id", "uuid", v => v.Discharge.Stay.PersonId.Value)
        .Column("status", "text", v => v.Discharge.Stay.Status.ToString())
        .Column("expected_at", "timestamptz", v => v.Discharge.Stay.ExpectedAt)
        .Column("admitted_at", "timestamptz", v => v.Discharge.Stay.AdmittedAt)
        .Index("expected_at", "id");

    /// <inheritdoc />
    public override void Group(IEvent e, IEventGrouping grouping)
    {
        if (e.Data is DischargeEvent fact) grouping.To(TerritoryId.Of(fact.Establishment).Value, e.StreamId);
    }

    /// <inheritdoc />
    public override EstablishmentDischargeView? Evolve(EstablishmentDischargeView? view, Guid id, IEvent e) =>
        DischargeView.Next(view?.Discharge, e) is { } row ? new(id, new TerritoryId(e.TenantId), row) : view;
}
