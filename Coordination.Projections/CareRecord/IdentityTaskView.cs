using Coordination.Domain.CareRecord;
using Platform.EventStore;

namespace Coordination.Projections.CareRecord;

/// <summary>A comparison of two identities as the identity cell reads it.</summary>
public sealed record IdentityTaskView(Guid Id, IdentityTask Task, DateTimeOffset FoundAt, long Version)
{
    /// <summary>Why they are two persons.</summary>
    public DismissalReason? Dismissal { get; init; }

    /// <summary>The one that stayed.</summary>
    public Guid? Survivor { get; init; }

    /// <summary>Who closed it.</summary>
    public string? ClosedBy { get; init; }
}

/// <summary>One row per pair, in the transaction of its events.</summary>
public sealed class IdentityTaskProjection : SingleStreamProjection<IdentityTaskView>
{
    /// <summary>The view's table: the open ones, those of one person.</summary>
    public static ViewDefinition<IdentityTaskView> View { get; } = new ViewDefinition<IdentityTaskView>("identity_task", 1)
        .Id(v => v.Id)
        .Column("status", "text", v => v.Task.Status)
        .Column("one", "uuid", v => v.Task.One.Value)
        .Column("other", "uuid", v => v.Task.Other.Value)
        .Column("found_at", "timestamp with time zone", v => v.FoundAt)
        .Index("status", "found_at", "id")
        .Index("one")
        .Index("other");

    /// <inheritdoc />
    public override IReadOnlyCollection<string> StreamTypes { get; } = ["identity_task"];

    /// <inheritdoc />
    public override IdentityTaskView? Evolve(IdentityTaskView? view, IEvent e)
    {
        if (e.Data is not IdentityTaskEvent fact) return view;
        var task = IdentityTask.Evolve(view?.Task, fact);
        return fact switch
        {
            DuplicateSuspected or CollisionFound => new(e.StreamId, task, e.OccurredAt, e.Version),
            DuplicateDismissed dismissed => view! with { Task = task, Dismissal = dismissed.Reason, ClosedBy = e.UserName, Version = e.Version },
            DuplicateConfirmed confirmed => view! with { Task = task, Survivor = confirmed.Survivor.Value, ClosedBy = e.UserName, Version = e.Version },
            _ => view! with { Task = task, Survivor = null, Dismissal = null, ClosedBy = null, Version = e.Version },
        };
    }
}
