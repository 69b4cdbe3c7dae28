using Coordination.Domain.CaseFinding;
using Coordination.Domain.Identifiers;
using Platform.EventStore;

namespace Coordination.Projections.CaseFinding;

/// <summary>What an establishment reads of its requests: rows of its own tenant, outside every DAC (E1).</summary>
/// <param name="Territory">The DAC in whose queue the request is.</param>
public sealed record EstablishmentRequestView(Guid Id, TerritoryId Territory, SupportRequestView Request);

/// <summary>Fed asynchronously by the worker; at most about a second behind the territory's own view.</summary>
public sealed class EstablishmentRequestProjection : MultiStreamProjection<EstablishmentRequestView>
{
    /// <summary>The view's table.</summary>
    public static ViewDefinition<EstablishmentRequestView> View { get; } = new ViewDefinition<EstablishmentRequestView>("establishment_request", 2)
        .Id(v => v.Id)
        .Column("status", "text", v => v.Request.Request.Status.ToString())
        .Column("urgency", "smallint", v => (short)(RequestUrgency.Critical - v.Request.Request.Urgency))
        .Column("commune", "text", v => v.Request.Request.Commune.Value)
        .Column("received_at", "timestamptz", v => v.Request.ReceivedAt)
        .Column("expected_at", "timestamptz", v => v.Request.Request.Return!.ExpectedAt)
        .Index("received_at", "id");

    /// <inheritdoc />
    public override void Group(IEvent e, IEventGrouping grouping)
    {
        if (e.Data is SupportRequestEvent { Establishment: { } establishment }) grouping.To(TerritoryId.Of(establishment).Value, e.StreamId);
    }

    /// <inheritdoc />
    public override EstablishmentRequestView? Evolve(EstablishmentRequestView? view, Guid id, IEvent e) =>
        SupportRequestView.Next(view?.Request, e) is { } row ? new(id, new TerritoryId(e.TenantId), row) : view;
}
