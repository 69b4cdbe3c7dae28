using Coordination.Domain.Kernel;
using Coordination.Domain.Tasks;
using Platform.EventStore;

namespace Coordination.Projections.Tasks;

/// <summary>A task as worklists and the node show it.</summary>
/// <param name="ClosedBy">Who did or cancelled it; null while it is open.</param>
/// <param name="Note">What was last noted beside it.</param>
public sealed record WorkTaskView(
    Guid Id, WorkTask Task, string? CreatedBy, DateTimeOffset CreatedAt, string? ClosedBy, DateTimeOffset? ClosedAt, Protected<string>? Note, DateTimeOffset ChangedAt, long Version);

/// <summary>One row per task, in the transaction of its events.</summary>
public sealed class WorkTaskProjection : SingleStreamProjection<WorkTaskView>
{
    /// <summary>The view's table: the list of an owner or of the team, soonest due first; those of a person; those done, last first.</summary>
    public static ViewDefinition<WorkTaskView> View { get; } = new ViewDefinition<WorkTaskView>("work_task", 1)
        .Id(v => v.Id)
        .Column("person_id", "uuid", v => v.Task.Person?.Value)
        .Column("owner", "uuid", v => v.Task.Owner.Value)
        .Column("status", "text", v => v.Task.Status)
        .Column("kind", "text", v => v.Task.Kind)
        .Column("due_at", "timestamp with time zone", v => v.Task.DueAt)
        .Column("remind_on", "date", v => v.Task.RemindOn)
        .Column("awaited_until", "date", v => v.Task.Awaiting?.Until)
        .Column("closed_at", "timestamp with time zone", v => v.ClosedAt)
        // All that the counters ask of an open task, so that counting opens no row.
        .Index("status", "owner", "due_at", "id", "awaited_until", "remind_on", "person_id")
        .Index("status", "due_at", "id")
        .Index("status", "closed_at", "id")
        .Index("person_id");

    /// <inheritdoc />
    public override IReadOnlyCollection<string> StreamTypes { get; } = ["task"];

    /// <inheritdoc />
    public override WorkTaskView? Evolve(WorkTaskView? view, IEvent e)
    {
        if (e.Data is not TaskEvent fact) return view;
        var task = WorkTask.Evolve(view?.Task, fact);
        var closed = task.Status is not WorkStatus.Open;
        return new(
            e.StreamId, task, view is null ? e.UserName : view.CreatedBy, view?.CreatedAt ?? e.RecordedAt, closed ? e.UserName : null, closed ? e.OccurredAt : null,
            fact switch { TaskCompleted c => c.Note, TaskAnswered a => a.Note, TaskReopened => null, _ => view?.Note }, e.RecordedAt, e.Version);
    }
}
