using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Domain.Tasks;
using Platform.GraphQL;

namespace Coordination.Api.Tasks;

/// <summary>No such task, or none that the subject may know of.</summary>
public sealed record TaskNotFoundError(string Code, string Message);

/// <summary>The task is done or cancelled.</summary>
public sealed record TaskIsClosedError(string Code, string Message);

/// <summary>Nothing is awaited from anybody.</summary>
public sealed record TaskNotAwaitedError(string Code, string Message);

/// <summary>Input of <c>handOverTasks</c>.</summary>
public sealed record HandOverTasksInput(IReadOnlyList<string> Ids, string Professional);

/// <summary>Input of <c>postponeTasks</c>.</summary>
public sealed record PostponeTasksInput(IReadOnlyList<string> Ids, DateTimeOffset DueAt, PostponeReason Reason);

/// <summary>What became of one task of several.</summary>
/// <param name="Message">Why nothing was changed; null when it was.</param>
public sealed record TaskLine(string TaskId, bool Done, string? Message);

/// <summary>What became of several tasks, one by one.</summary>
public sealed record TaskBatch(IReadOnlyList<TaskLine> Lines);

/// <summary>Mutations of several tasks at once: one that cannot be changed holds no other back.</summary>
public static class TaskBatches
{
    private const int MostAtOnce = 200;

    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddObjectType<TaskLine>(d =>
        {
            d.Field("taskId").Type("ID!").Resolve(c => c.Parent<TaskLine>().TaskId);
            d.Field(l => l.Done);
            d.Field(l => l.Message);
        })
        .AddObjectType<TaskBatch>(d => d.BindFieldsImplicitly())
        .AddTypeExtension("Mutation", d => d
            .Mutation<HandOverTasksInput, TaskBatch>("handOverTasks", "batch",
                (c, i) => RunAsync(c, i.Ids, new HandOverTask(RecordCommands.Professional(i.Professional, "professional"))),
                m => m.Description("Give several tasks to another coordinator; each line says what became of it.")
                    .Input(i => i.Field("ids", sdlType: "[ID!]!").Field("professional", sdlType: "ID!")).Error<InvalidInputError>())
            .Mutation<PostponeTasksInput, TaskBatch>("postponeTasks", "batch",
                (c, i) => RunAsync(c, i.Ids, new PostponeTask(i.DueAt.ToUniversalTime(), null, i.Reason)),
                m => m.Description("Put several tasks off to another time; each line says what became of it.")
                    .Input(i => i.Field("ids", sdlType: "[ID!]!")).Error<InvalidInputError>()));

    private static async Task<MutationResult<TaskBatch>> RunAsync<TCommand>(IResolverContext context, IReadOnlyList<string> ids, TCommand command)
        where TCommand : notnull
    {
        RequestScope.Of(context).Require(AccessAction.ManageWork);
        if (ids.Count is 0 or > MostAtOnce) return MutationResult<TaskBatch>.Failure([CommandErrors.Invalid("ids", "TASKS_1_TO_200")]);
        var tasks = ids.Distinct().Select(id => (Id: id, Stream: NodeId.Decode("Task", id, "ids"))).ToList();
        var lines = new List<TaskLine>(tasks.Count);
        foreach (var (id, stream) in tasks)
        {
            var outcome = await TaskMutations.RunAsync(context, stream, command);
            lines.Add(new(id, outcome.Error is null, outcome.Error is { } error ? Words(error) : null));
        }

        return new TaskBatch(lines);
    }

    private static string Words(Domain.Kernel.DomainError error) => CommandErrors.Find(error) is InvalidInputError invalid ? invalid.Message : CommandErrors.Text(error);
}
