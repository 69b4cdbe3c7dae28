using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Domain.Tasks;
using Coordination.Projections.Tasks;

namespace Coordination.Api.Tasks;

/// <summary>
/// Lists of tasks as SQL. Reminders and returns are worked out from the day at each reading: nothing has to happen on that day, so nothing
/// is missed while the platform is down.
/// </summary>
public static class TaskLists
{
    private static readonly string Closed = string.Join(", ", Enum.GetValues<WorkStatus>().Where(s => s is not WorkStatus.Open).Select(s => $"'{s}'"));

    /// <summary>The view as queries name it.</summary>
    public static string Name => WorkTaskProjection.View.Name;

    /// <summary>One of the lists, of an owner where it has one.</summary>
    public static ListRequest Of(RequestScope scope, TaskListView view, ProfessionalId? owner)
    {
        var request = new ListRequest([$"{Name}.status {(view is TaskListView.Done ? "<>" : "=")} 'Open'"], [], Order(view is TaskListView.Done));
        if (view is not TaskListView.Team || owner is not null) request.Add($"{Name}.owner = {{0}}", (owner ?? scope.Subject.Professional)?.Value ?? Guid.Empty);
        if (view is TaskListView.Mine) request.Add($"coalesce({Name}.awaited_until <= {{0}}, true)", scope.Context.Today);
        if (view is TaskListView.Awaited) request.Add($"{Name}.awaited_until > {{0}}", scope.Context.Today);
        return request;
    }

    /// <summary>Soonest due first, those without a day last; closed ones last one first.</summary>
    public static PageKey[] Order(bool closed) => closed
        ? [new("closed_at", "timestamptz", Descending: true), new("id", "uuid", Descending: true)]
        : [new("coalesce(due_at, 'infinity')", "timestamptz"), new("id", "uuid")];

    /// <summary>Only tasks about nobody, or about somebody whose record the subject may read.</summary>
    public static void Narrow(ListRequest request, RequestScope scope)
    {
        ReadableRecords.Narrow(request, scope, AccessAction.ReadWork, $"{Name}.person_id");
        request.Conditions[^1] = $"({Name}.person_id is null or {request.Conditions[^1]})";
    }

    /// <summary>Only those due then, as days are counted in Paris.</summary>
    public static void AddDue(ListRequest request, IEnumerable<TaskDue> due, DateOnly today)
    {
        var starts = new[] { today, today.AddDays(1), today.AddDays(8) }.Select(day => WorkingDays.FromParis(day, TimeOnly.MinValue).ToUniversalTime()).ToArray();
        var first = request.Parameters.Count + 1;
        request.Parameters.AddRange(starts.Cast<object?>());
        var ways = due.Distinct().Select(d => d switch
        {
            TaskDue.Overdue => $"{Name}.due_at < ${first}",
            TaskDue.Today => $"{Name}.due_at >= ${first} and {Name}.due_at < ${first + 1}",
            TaskDue.Week => $"{Name}.due_at >= ${first + 1} and {Name}.due_at < ${first + 2}",
            TaskDue.Later => $"{Name}.due_at >= ${first + 2}",
            _ => $"{Name}.due_at is null",
        });
        // Every parameter is named, so that its type is known whichever ways are asked for.
        request.Conditions.Add($"(${first}::timestamptz < ${first + 1}::timestamptz and ${first + 2}::timestamptz is not null and ({string.Join(" or ", ways.DefaultIfEmpty("true"))}))");
    }

    /// <summary>Counters over what a narrowed request leaves.</summary>
    public static string CountSql(ListRequest request, TerritoryId territory, RequestScope scope)
    {
        string Parameter(object value)
        {
            request.Parameters.Add(value);
            return $"${request.Parameters.Count}";
        }

        var today = scope.Context.Today;
        var (me, day, start, end) = ($"{Parameter(scope.Subject.Professional?.Value ?? Guid.Empty)}::uuid", $"{Parameter(today)}::date",
            $"{Parameter(WorkingDays.FromParis(today, TimeOnly.MinValue).ToUniversalTime())}::timestamptz",
            $"{Parameter(WorkingDays.FromParis(today.AddDays(1), TimeOnly.MinValue).ToUniversalTime())}::timestamptz");
        request.Conditions.Add($"{Name}.tenant_id = {Parameter(territory.Value)}");
        string Of(string rows, params string[] counts) =>
            $"(select {string.Join(", ", counts)} from {WorkTaskProjection.View.Table} {Name} {request.Where} and {rows})";
        string Count(string name, string? condition = null) => $"(count(*){(condition is null ? "" : $" filter (where {condition})")})::int as {name}";
        var awake = $"coalesce(awaited_until <= {day}, true)";
        // Each read by its index: one read of « mine, or the team's, or closed today » would go through all that was ever closed.
        var mine = Of($"status = 'Open' and owner = {me}", Count("mine", awake), Count("overdue", $"{awake} and due_at < {start}"),
            Count("today", $"{awake} and due_at >= {start} and due_at < {end}"), Count("reminded", $"{awake} and remind_on <= {day}"), Count("awaited", $"awaited_until > {day}"));
        var team = Of("status = 'Open'", Count("open"), Count("late", $"due_at < {start}"));
        var done = Of($"status in ({Closed}) and closed_at >= {start} and owner = {me}", Count("done"));
        return $"select mine, overdue, today, reminded, awaited, open, late, done from {mine} as my_tasks, {team} as team_tasks, {done} as done_tasks";
    }
}
