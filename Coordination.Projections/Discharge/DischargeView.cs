using Coordination.Domain.Discharge;
using Platform.EventStore;
using Stay = Coordination.Domain.Discharge.Discharge;

namespace Coordination.Projections.Discharge;

/// <summary>One discharge as lists and nodes show it.</summary>
/// <param name="AnnouncedAt">When the platform learned the announcement that stands; null when none stands.</param>
public sealed record DischargeView(Guid Id, Stay Stay, DateTimeOffset? AnnouncedAt, long Version)
{
    /// <summary>When a coordinator first read the announcement that stands.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>When a coordinator took charge.</summary>
    public DateTimeOffset? TakenAt { get; init; }

    /// <summary>Since when every stated need has a confirmation; null while one is missing.</summary>
    public DateTimeOffset? CoveredAt { get; init; }

    /// <summary>The row after one more event; the same for the territory's table and the establishment's.</summary>
    public static DischargeView? Next(DischargeView? view, IEvent e)
    {
        if (e.Data is not DischargeEvent fact) return view;
        var stay = Stay.Evolve(view?.Stay, fact);
        var announced = fact switch
        {
            DischargeAnnounced => e.RecordedAt,
            DischargeAnnouncementWithdrawn => null,
            _ => view?.AnnouncedAt,
        };
        return new(e.StreamId, stay, announced, e.Version)
        {
            SeenAt = stay.SeenBy is null ? null : fact is AnnouncementSeen ? e.RecordedAt : view?.SeenAt,
            TakenAt = fact is DischargeTakenInCharge ? e.RecordedAt : view?.TakenAt,
            CoveredAt = stay.IsCovered ? view?.CoveredAt ?? e.RecordedAt : null,
        };
    }
}

/// <summary>One row per discharge, in the transaction of its events.</summary>
public sealed class DischargeProjection : SingleStreamProjection<DischargeView>
{
    /// <summary>The view's table: filtered by status, sorted by expected date or admission.</summary>
    public static ViewDefinition<DischargeView> View { get; } = new ViewDefinition<DischargeView>("discharge", 1)
        .Id(v => v.Id)
        .Column("person_id", "uuid", v => v.Stay.PersonId.Value)
        .Column("status", "text", v => v.Stay.Status.ToString())
        .Column("expected_at", "timestamptz", v => v.Stay.ExpectedAt)
        .Column("admitted_at", "timestamptz", v => v.Stay.AdmittedAt)
        .Index("expected_at", "id")
        .Index("person_id");

    /// <inheritdoc />
    public override IReadOnlyCollection<string> StreamTypes { get; } = ["discharge"];

    /// <inheritdoc />
    public override DischargeView? Evolve(DischargeView? view, IEvent e) => DischargeView.Next(view, e);
}
