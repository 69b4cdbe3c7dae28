using Coordination.Domain.CaseFinding;
using Coordination.Domain.Kernel;
using Platform.EventStore;

namespace Coordination.Projections.CaseFinding;

/// <summary>One request for support as the queue and the node show it.</summary>
/// <param name="DueAt">When a first answer is due; by the calendar of metropolitan France where the request does not say.</param>
/// <param name="AnsweredAt">The first decision that was not taken back; null while there is none.</param>
public sealed record SupportRequestView(
    Guid Id, SupportRequest Request, DateTimeOffset ReceivedAt, DateTimeOffset? SeenAt, DateTimeOffset? TakenAt, long Version, DateTimeOffset DueAt, DateTimeOffset? AnsweredAt)
{
    /// <summary>The first answer came, or is still to come, in time.</summary>
    public bool IsLateAt(DateTimeOffset now) => (AnsweredAt ?? now) > DueAt && (AnsweredAt is not null || Request.IsOpen);

    /// <summary>The row after one more event; the same for the territory's table and the establishment's.</summary>
    public static SupportRequestView? Next(SupportRequestView? view, IEvent e)
    {
        if (e.Data is not SupportRequestEvent fact) return view;
        var request = SupportRequest.Evolve(view?.Request, fact);
        var received = view?.ReceivedAt ?? e.RecordedAt;
        return new(
            e.StreamId,
            request,
            received,
            fact is SupportRequestSeen ? e.RecordedAt : view?.SeenAt,
            fact is SupportRequestTaken or SupportRequestAssigned { To: not null } ? e.RecordedAt : fact is SupportRequestAssigned ? null : view?.TakenAt,
            e.Version,
            request.DueAt ?? FirstAnswer.DueAt(request.Urgency, received, HolidayRegime.Metropolitan),
            request.Decision?.At);
    }
}

/// <summary>One row per request, in the transaction of its events.</summary>
public sealed class SupportRequestProjection : SingleStreamProjection<SupportRequestView>
{
    /// <summary>The view's table: the queue, most urgent first. <c>urgency</c> is 0 for critical.</summary>
    public static ViewDefinition<SupportRequestView> View { get; } = new ViewDefinition<SupportRequestView>("support_request", 2)
        .Id(v => v.Id)
        .Column("status", "text", v => v.Request.Status.ToString())
        .Column("urgency", "smallint", v => (short)(RequestUrgency.Critical - v.Request.Urgency))
        .Column("reason", "text", v => v.Request.Reason.ToString())
        .Column("origin", "text", v => v.Request.Origin.ToString())
        .Column("commune", "text", v => v.Request.Commune.Value)
        .Column("person_id", "uuid", v => v.Request.Person?.Value)
        .Column("assignee", "uuid", v => v.Request.TakenBy?.Value)
        .Column("requested_by", "uuid", v => v.Request.Requester?.Value)
        .Column("received_at", "timestamptz", v => v.ReceivedAt)
        .Column("expected_at", "timestamptz", v => v.Request.Return?.ExpectedAt ?? v.DueAt)
        .Column("due_at", "timestamptz", v => v.DueAt)
        .Column("answered_at", "timestamptz", v => v.AnsweredAt)
        .Column("snoozed_until", "date", v => v.Request.SnoozedUntil)
        .Column("awaiting", "text", v => v.Request.Awaiting?.ToString())
        .Index("status", "urgency", "expected_at", "id")
        .Index("status", "due_at", "id")
        .Index("person_id")
        .Index("requested_by", "received_at", "id")
        .Index("received_at", "id");

    /// <inheritdoc />
    public override IReadOnlyCollection<string> StreamTypes { get; } = ["case_finding"];

    /// <inheritdoc />
    public override SupportRequestView? Evolve(SupportRequestView? view, IEvent e) => SupportRequestView.Next(view, e);
}
