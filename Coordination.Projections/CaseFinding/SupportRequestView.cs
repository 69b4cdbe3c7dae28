using Coordination.Domain.CaseFinding;
using Platform.EventStore;

namespace Coordination.Projections.CaseFinding;

/// <summary>One request for support as the queue and the node show it.</summary>
public sealed record SupportRequestView(Guid Id, SupportRequest Request, DateTimeOffset ReceivedAt, DateTimeOffset? SeenAt, DateTimeOffset? TakenAt, long Version)
{
    /// <summary>The row after one more event; the same for the territory's table and the establishment's.</summary>
    public static SupportRequestView? Next(SupportRequestView? view, IEvent e) => e.Data is not SupportRequestEvent fact ? view : new(
        e.StreamId,
        SupportRequest.Evolve(view?.Request, fact),
        view?.ReceivedAt ?? e.RecordedAt,
        fact is SupportRequestSeen ? e.RecordedAt : view?.SeenAt,
        fact is SupportRequestTaken ? e.RecordedAt : view?.TakenAt,
        e.Version);
}

/// <summary>One row per request, in the transaction of its events.</summary>
public sealed class SupportRequestProjection : SingleStreamProjection<SupportRequestView>
{
    /// <summary>The view's table: the queue, most urgent first. <c>urgency</c> is 0 for critical.</summary>
    public static ViewDefinition<SupportRequestView> View { get; } = new ViewDefinition<SupportRequestView>("support_request", 1)
        .Id(v => v.Id)
        .Column("status", "text", v => v.Request.Status.ToString())
        .Column("urgency", "smallint", v => (short)(RequestUrgency.Critical - v.Request.Urgency))
        .Column("commune", "text", v => v.Request.Commune.Value)
        .Column("received_at", "timestamptz", v => v.ReceivedAt)
        .Column("expected_at", "timestamptz", v => v.Request.Return.ExpectedAt)
        .Index("status", "urgency", "expected_at", "id")
        .Index("received_at", "id");

    /// <inheritdoc />
    public override IReadOnlyCollection<string> StreamTypes { get; } = ["case_finding"];

    /// <inheritdoc />
    public override SupportRequestView? Evolve(SupportRequestView? view, IEvent e) => SupportRequestView.Next(view, e);
}
