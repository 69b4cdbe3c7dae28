using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Hosting.Commands;
using Coordination.Api.Security;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Tasks;
using Platform.GraphQL;

namespace Coordination.Api.Tasks;

/// <summary>What a task was made for.</summary>
public sealed record TaskOriginInput(TaskOriginKind Kind, Guid Id);

/// <summary>Input of <c>createTask</c>.</summary>
/// <param name="RecordId">The record of the person it is about; none for the DAC's own work.</param>
/// <param name="Owner">Who is to do it; the subject when nobody is named.</param>
public sealed record CreateTaskInput(
    TaskKind Kind, string Title, string? RecordId = null, string? Owner = null, DateTimeOffset? DueAt = null, DateOnly? RemindOn = null, TaskOriginInput? Origin = null, Guid? CommandId = null);

/// <summary>What every input about one task has.</summary>
public abstract record TaskInput(string Id, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>Input of <c>awaitTask</c>: exactly one of professional, structure and name.</summary>
public sealed record AwaitTaskInput(
    string Id, DateOnly Until, string? Professional = null, string? Structure = null, string? Named = null, Guid? CommandId = null, int? ExpectedVersion = null) : TaskInput(Id, CommandId, ExpectedVersion);

/// <summary>Input of <c>answerTask</c>.</summary>
public sealed record AnswerTaskInput(string Id, string? Note = null, Guid? CommandId = null, int? ExpectedVersion = null) : TaskInput(Id, CommandId, ExpectedVersion);

/// <summary>Input of <c>postponeTask</c>.</summary>
public sealed record PostponeTaskInput(
    string Id, DateTimeOffset DueAt, PostponeReason Reason, DateOnly? RemindOn = null, Guid? CommandId = null, int? ExpectedVersion = null) : TaskInput(Id, CommandId, ExpectedVersion);

/// <summary>Input of <c>handOverTask</c>.</summary>
public sealed record HandOverTaskInput(string Id, string Professional, Guid? CommandId = null, int? ExpectedVersion = null) : TaskInput(Id, CommandId, ExpectedVersion);

/// <summary>Input of <c>completeTask</c>.</summary>
public sealed record CompleteTaskInput(
    string Id, TaskOutcome Outcome, string? Note = null, Guid? CommandId = null, int? ExpectedVersion = null) : TaskInput(Id, CommandId, ExpectedVersion);

/// <summary>Input of <c>cancelTask</c>.</summary>
public sealed record CancelTaskInput(string Id, TaskCancellation Reason, Guid? CommandId = null, int? ExpectedVersion = null) : TaskInput(Id, CommandId, ExpectedVersion);

/// <summary>Input of <c>reopenTask</c>.</summary>
public sealed record ReopenTaskInput(string Id, Guid? CommandId = null, int? ExpectedVersion = null) : TaskInput(Id, CommandId, ExpectedVersion);

/// <summary>Mutations of one task.</summary>
public static class TaskMutations
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddInputObjectType<TaskOriginInput>()
        .AddTypeExtension("Mutation", d =>
        {
            d.Mutation<CreateTaskInput, TaskNode>("createTask", "task", CreateAsync, m => m
                .Description("Give somebody of the DAC something to do, about a person or about nobody.")
                .Input(i => i.Field("recordId", sdlType: "ID").Field("owner", sdlType: "ID")).Error<CareRecordNotFoundError>().CommonErrors());
            Add<AwaitTaskInput, AwaitTask>(d, "awaitTask", "Wait for somebody's answer: the task leaves its owner's list until that day, or until the answer.",
                (_, i) => new(i.Professional is { } id ? RecordCommands.Professional(id, "professional") : null, Structure(i.Structure), i.Named, i.Until));
            Add<AnswerTaskInput, AnswerTask>(d, "answerTask", "The one it was awaited from answered.", (_, i) => new(i.Note), m => m.Error<TaskNotAwaitedError>());
            Add<PostponeTaskInput, PostponeTask>(d, "postponeTask", "Put a task off to another time.", (_, i) => new(i.DueAt.ToUniversalTime(), i.RemindOn, i.Reason));
            Add<HandOverTaskInput, HandOverTask>(d, "handOverTask", "Give a task to another coordinator of the DAC.", (_, i) => new(RecordCommands.Professional(i.Professional, "professional")));
            Add<CompleteTaskInput, CompleteTask>(d, "completeTask", "Say that a task is done, and what came of it.", (_, i) => new(i.Outcome, i.Note));
            Add<CancelTaskInput, CancelTask>(d, "cancelTask", "Say that a task is not to be done any more.", (_, i) => new(i.Reason));
            Add<ReopenTaskInput, ReopenTask>(d, "reopenTask", "Take a task up again.", (_, _) => new());
        });

    /// <summary>Runs a command on a task that the subject may treat.</summary>
    public static async Task<CommandOutcome> RunAsync<TCommand>(
        IResolverContext context, Guid id, TCommand command, Guid? commandId = null, int? expectedVersion = null)
        where TCommand : notnull
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.ManageWork);
        if (scope.Subject.Professional is null) throw RequestScope.Forbidden("PROFESSIONAL");
        if (await TaskQueries.FindAsync(context, id, AccessAction.ManageWork) is null) return new(new TaskNotFound(), 0);
        if (command is HandOverTask { To: var to } && !await Colleagues.HasAsync(context, territory, to)) return new(NotOfDac("professional"), 0);
        return await context.Service<UnitOfWork>().ExecuteAsync<TCommand, WorkTask>(
            new(territory, scope.Subject.ToActor(), id) { CommandId = commandId, ExpectedVersion = expectedVersion }, command, context.RequestAborted);
    }

    /// <summary>The number of a structure; INVALID_INPUT when it is none.</summary>
    public static ProviderNumber? Structure(string? text) => text is null ? null : ProviderNumber.TryParse(text, out var number) ? number
        : throw new GraphQLException(CommandErrors.Invalid("structure", "FINESS_OR_RPPS").Message, "INVALID_INPUT", new Dictionary<string, object?> { ["field"] = "structure" });

    private static void Add<TInput, TCommand>(
        IObjectTypeDescriptor mutations, string name, string description, Func<IResolverContext, TInput, TCommand> command, Action<IMutationDescriptor>? errors = null)
        where TInput : TaskInput
        where TCommand : notnull =>
        mutations.Mutation<TInput, TaskNode>(name, "task",
            async (context, input) =>
            {
                var id = NodeId.Decode("Task", input.Id, "id");
                var outcome = await RunAsync(context, id, command(context, input), input.CommandId, input.ExpectedVersion);
                if (outcome.Error is { } error) return MutationResult<TaskNode>.Failure([await CareRecordErrorNodes.OfAsync(context, error)]);
                return (await TaskQueries.FindAsync(context, id))!;
            },
            mutation =>
            {
                mutation.Description(description).Input(i => Describe<TInput>(i)).Error<TaskNotFoundError>().Error<TaskIsClosedError>().CommonErrors();
                errors?.Invoke(mutation);
            });

    private static void Describe<TInput>(IInputObjectTypeDescriptor input)
    {
        input.Field("id", sdlType: "ID!")
            .Field("commandId", "Sent again with the same id, a command gives its first result.")
            .Field("expectedVersion", "The version the sender saw; another one is answered by ConcurrentChangeError.");
        if (typeof(TInput) == typeof(HandOverTaskInput)) input.Field("professional", sdlType: "ID!");
        if (typeof(TInput) == typeof(AwaitTaskInput)) input.Field("professional", sdlType: "ID");
    }

    private static async Task<MutationResult<TaskNode>> CreateAsync(IResolverContext context, CreateTaskInput input)
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.ManageWork);
        PersonId? person = null;
        if (input.RecordId is { } record)
        {
            if (await CareRecordQueries.FindAsync(context, CareRecordQueries.DecodeId(territory, record, "recordId")) is not { } node) return await FailAsync(context, new CareRecordNotFound());
            await CareRecordQueries.DemandAsync(context, AccessAction.ManageWork, node);
            person = node.View.Record.PersonId;
        }

        if (scope.Subject.Professional is not { } me) throw RequestScope.Forbidden("PROFESSIONAL");
        var owner = input.Owner is { } named ? RecordCommands.Professional(named, "owner") : me;
        if (owner != me && !await Colleagues.HasAsync(context, territory, owner)) return await FailAsync(context, NotOfDac("owner"));
        var id = RecordCommands.NewId(context, input.CommandId);
        var command = new CreateTask(person, person ?? new(id), input.Kind, input.Title, owner, input.DueAt?.ToUniversalTime(), input.RemindOn, input.Origin is { } o ? new(o.Kind, o.Id) : null);
        var outcome = await context.Service<UnitOfWork>().ExecuteAsync<CreateTask, WorkTask>(
            new(territory, scope.Subject.ToActor(), id) { CommandId = input.CommandId }, command, context.RequestAborted);
        return outcome.Error is { } error ? await FailAsync(context, error) : (await TaskQueries.FindAsync(context, id))!;
    }

    private static Domain.Kernel.InvalidCommand NotOfDac(string field) => new(field, "NOT_OF_DAC");

    private static async Task<MutationResult<TaskNode>> FailAsync(IResolverContext context, Domain.Kernel.DomainError error) =>
        MutationResult<TaskNode>.Failure([await CareRecordErrorNodes.OfAsync(context, error)]);
}
