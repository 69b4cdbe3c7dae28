using System.Text.Json;
using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Tasks;
using Coordination.Projections.Tasks;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.Tasks;

/// <summary>One of the lists of tasks.</summary>
public enum TaskListView
{
    /// <summary>Open and the owner's to do now: what is awaited from somebody comes back on its day.</summary>
    Mine,

    /// <summary>Open, of the whole team, awaited or not.</summary>
    Team,

    /// <summary>Open, waiting for somebody's answer.</summary>
    Awaited,

    /// <summary>Done or cancelled, last one first.</summary>
    Done,
}

/// <summary>When a task is due.</summary>
public enum TaskDue
{
    /// <summary>Before today.</summary>
    Overdue,

    /// <summary>Today.</summary>
    Today,

    /// <summary>From tomorrow, within a week.</summary>
    Week,

    /// <summary>After that.</summary>
    Later,

    /// <summary>No day was said.</summary>
    Undated,
}

/// <summary>Which tasks are asked for; every part narrows.</summary>
/// <param name="Owner">Whose, where it is not the subject's own list.</param>
/// <param name="RecordId">About the person of this record.</param>
/// <param name="Reminded">Whose reminder is today or was before.</param>
public sealed record TaskFilterInput(
    IReadOnlyList<TaskDue>? Due = null, string? RecordId = null, IReadOnlyList<TaskKind>? Kind = null, string? Owner = null, bool? Reminded = null);

/// <summary>Counters of the lists.</summary>
/// <param name="Reminded">Of one's own, to be recalled today.</param>
/// <param name="DoneToday">By the subject.</param>
public sealed record TaskCounts(int Mine, int Overdue, int Today, int Reminded, int Awaited, int Team, int TeamOverdue, int DoneToday);

/// <summary>Queries about tasks.</summary>
public static class TaskQueries
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddType<TaskType>()
        .AddEnumType<TaskKind>()
        .AddEnumType<WorkStatus>()
        .AddEnumType<TaskOutcome>()
        .AddEnumType<PostponeReason>()
        .AddEnumType<TaskCancellation>()
        .AddEnumType<TaskOriginKind>()
        .AddEnumType<TaskListView>()
        .AddEnumType<TaskDue>()
        .AddObjectType<AwaitingNode>(d => d.BindFieldsImplicitly().Name("Awaiting"))
        .AddObjectType<TaskOrigin>(d => d.BindFieldsImplicitly().Description("What a task was made for."))
        .AddObjectType<TaskCounts>(d => d.BindFieldsImplicitly())
        .AddInputObjectType<TaskFilterInput>(d => d.Field("recordId", sdlType: "ID").Field("owner", sdlType: "ID"))
        .AddConnection<TaskNode>("Tasks")
        .AddTypeExtension("CareRecord", d => d.Field("tasks").UsePaging("Tasks").Argument("open", "Boolean")
            .Description("Tasks about the person: open ones soonest due first, else those that were done or cancelled, last one first. Null when the subject may not read them.")
            .Resolve<Connection<TaskNode>>(OfRecordAsync))
        .AddTypeExtension("Query", d =>
        {
            d.Field("tasks").UsePaging("Tasks").Argument("view", "TaskListView!").Argument("where", "TaskFilterInput")
                .Description("A list of tasks of the subject's DAC, soonest due first.").Resolve<Connection<TaskNode>>(ListAsync);
            d.Field("task").Type("Task").Argument("id", "ID!").Description("Null when it does not exist or may not be known.").Resolve<TaskNode?>(c =>
                FindAsync(c, NodeId.Decode("Task", c.ArgumentValue<string>("id"), "id")));
            d.Field("taskCounts").Type("TaskCounts!").Description("Counters of the subject's own list and of the team's.").Resolve<TaskCounts>(CountAsync);
        });

    /// <summary>The task of this id, if the subject may know of it.</summary>
    public static async Task<TaskNode?> FindAsync(IResolverContext context, Guid id, AccessAction action = AccessAction.ReadWork)
    {
        var territory = RequestScope.Of(context).Require(action);
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        if (await session.LoadAsync<WorkTaskView>(id, context.RequestAborted) is not { } view) return null;
        return view.Task.Person is not { } person || (await PersonAccessLoader.DecideAsync(context, action, new(territory, person))).Permitted ? new(territory, view) : null;
    }

    private static Task<Connection<TaskNode>> ListAsync(IResolverContext context)
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.ReadWork);
        var (view, filter) = (context.ArgumentValue<TaskListView>("view"), context.ArgumentValue<TaskFilterInput?>("where"));
        var request = TaskLists.Of(scope, view, filter is { Owner: { } owner } ? RecordCommands.Professional(owner, "owner") : null);
        TaskLists.Narrow(request, scope);
        if (filter?.RecordId is { } record)
            request.Add($"{TaskLists.Name}.person_id = (select record.person_id from {Projections.CareRecord.CareRecordProjection.View.Table} record where record.id = {{0}})",
                CareRecordQueries.DecodeId(territory, record, "recordId"));
        if (filter?.Kind is { } kinds) request.Add($"{TaskLists.Name}.kind = any({{0}})", kinds.Select(k => k.ToString()).ToArray());
        if (filter?.Due is { } due) TaskLists.AddDue(request, due, scope.Context.Today);
        if (filter?.Reminded == true) request.Add($"{TaskLists.Name}.remind_on <= {{0}}", scope.Context.Today);
        return PageAsync(context, territory, $"tasks|{territory}|{scope.Subject.Id}|{view}|{JsonSerializer.Serialize(filter)}", request, view is TaskListView.Done);
    }

    private static async Task<Connection<TaskNode>> OfRecordAsync(IResolverContext context)
    {
        var node = context.Parent<CareRecordNode>();
        await CareRecordQueries.DemandAsync(context, AccessAction.ReadWork, node);
        var open = context.ArgumentValue<bool?>("open") != false;
        var request = new ListRequest([$"{TaskLists.Name}.status {(open ? "=" : "<>")} 'Open'"], [], TaskLists.Order(!open));
        var persons = await PersonIdentities.OfAsync(context, node);
        request.Add($"{TaskLists.Name}.person_id = any({{0}})", persons);
        return await PageAsync(context, node.Territory, $"record tasks|{node.View.Id}|{RequestScope.Of(context).Subject.Id}|{open}", request, !open);
    }

    private static Task<Connection<TaskNode>> PageAsync(IResolverContext context, TerritoryId territory, string list, ListRequest request, bool closed) =>
        context.Service<ListPage>().ReadAsync<WorkTaskView, TaskNode>(
            territory, list, request, context.ArgumentValue<int?>("first"), context.ArgumentValue<string?>("after"),
            view => [ListPage.Value(closed ? view.ClosedAt : view.Task.DueAt), view.Id.ToString()], view => new(territory, view), context.RequestAborted);

    private static async Task<TaskCounts> CountAsync(IResolverContext context)
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.ReadWork);
        var request = new ListRequest([], [], []);
        TaskLists.Narrow(request, scope);
        var sql = TaskLists.CountSql(request, territory, scope);
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        return (await session.RawAsync(sql, [.. request.Parameters], r => new TaskCounts(
            r.GetInt32(0), r.GetInt32(1), r.GetInt32(2), r.GetInt32(3), r.GetInt32(4), r.GetInt32(5), r.GetInt32(6), r.GetInt32(7)), context.RequestAborted))[0];
    }
}
