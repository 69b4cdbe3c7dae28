using Coordination.Api.Hosting;
using Coordination.Api.Hosting.Commands;
using Coordination.Domain.Tasks;
using Coordination.Projections.Tasks;
using Platform.EventStore;

namespace Coordination.Api.Tasks;

/// <summary>Registration of the tasks of the DAC.</summary>
public sealed class TasksModule : CapabilityModule
{
    /// <inheritdoc />
    public override void Store(StoreOptions store)
    {
        store.Aggregates.Map<WorkTask>("task", (state, e) => WorkTask.Evolve(state, (TaskEvent)e.Data));
        store.Events
            .Map<TaskCreated>("task_created")
            .Map<TaskAwaited>("task_awaited")
            .Map<TaskAnswered>("task_answered")
            .Map<TaskPostponed>("task_postponed")
            .Map<TaskHandedOver>("task_handed_over")
            .Map<TaskCompleted>("task_completed")
            .Map<TaskCancelled>("task_cancelled")
            .Map<TaskReopened>("task_reopened");
        store.Projections.View(WorkTaskProjection.View).Add(new WorkTaskProjection(), ProjectionLifecycle.Inline);
    }

    /// <inheritdoc />
    public override void Commands(CommandRegistry commands) => commands
        .Handle<CreateTask, WorkTask>(CreateTask.Decide, new CreateTaskValidator())
        .Handle<AwaitTask, WorkTask>(AwaitTask.Decide, new AwaitTaskValidator())
        .Handle<AnswerTask, WorkTask>(AnswerTask.Decide, new AnswerTaskValidator())
        .Handle<PostponeTask, WorkTask>(PostponeTask.Decide, new PostponeTaskValidator())
        .Handle<HandOverTask, WorkTask>(HandOverTask.Decide, new HandOverTaskValidator())
        .Handle<CompleteTask, WorkTask>(CompleteTask.Decide, new CompleteTaskValidator())
        .Handle<CancelTask, WorkTask>(CancelTask.Decide, new CancelTaskValidator())
        .Handle<ReopenTask, WorkTask>(ReopenTask.Decide);
}
