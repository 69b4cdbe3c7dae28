using Coordination.Domain.CareTeam;
using Coordination.Domain.Kernel;
using Platform.EventStore;

namespace Coordination.Projections.CareTeam;

/// <summary>A request for access as its two sides read it.</summary>
public sealed record AccessRequestView(
    Guid Id, AccessRequest Request, Protected<string> Described, Protected<string> Text, DateTimeOffset At, long Version)
{
    /// <summary>When it was answered.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Why it was refused.</summary>
    public Protected<string>? Refusal { get; init; }
}

/// <summary>One row per request, in the transaction of its events.</summary>
public sealed class AccessRequestProjection : SingleStreamProjection<AccessRequestView>
{
    /// <summary>The view's table: the open ones, and those of one professional.</summary>
    public static ViewDefinition<AccessRequestView> View { get; } = new ViewDefinition<AccessRequestView>("access_request", 1)
        .Id(v => v.Id)
        .Column("requested_by", "uuid", v => v.Request.By.Value)
        .Column("status", "text", v => v.Request.Status)
        .Column("requested_at", "timestamp with time zone", v => v.At)
        .Index("status", "requested_at", "id")
        .Index("requested_by", "requested_at", "id");

    /// <inheritdoc />
    public override IReadOnlyCollection<string> StreamTypes { get; } = ["access_request"];

    /// <inheritdoc />
    public override AccessRequestView? Evolve(AccessRequestView? view, IEvent e) => e.Data switch
    {
        AccessRequested asked => new(e.StreamId, AccessRequest.Evolve(null, asked), asked.Described, asked.Text, e.OccurredAt, e.Version),
        AccessRefused refused => view! with { Request = AccessRequest.Evolve(view.Request, refused), AnsweredAt = e.OccurredAt, Refusal = refused.Reason, Version = e.Version },
        AccessRequestEvent fact => view! with { Request = AccessRequest.Evolve(view.Request, fact), AnsweredAt = e.OccurredAt, Version = e.Version },
        _ => view,
    };
}
