using System.Globalization;
using System.Text.Json;
using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Domain.CaseFinding;
using Coordination.Domain.Identifiers;
using Coordination.Projections.CaseFinding;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.CaseFinding;

/// <summary>The views of the queue: an open request is in one of the first five, whoever looks.</summary>
public enum RequestView
{
    /// <summary>Open, and nobody's.</summary>
    ToTreat,

    /// <summary>Open, and the subject's.</summary>
    Mine,

    /// <summary>Waits for somebody's answer, until a day.</summary>
    Awaiting,

    /// <summary>Waits until a day.</summary>
    Snoozed,

    /// <summary>Open, and somebody's.</summary>
    Team,

    /// <summary>Decided or withdrawn.</summary>
    Closed,
}

/// <summary>What requests are sorted by.</summary>
public enum RequestSortField
{
    /// <summary>Most urgent first, then the nearest discharge or deadline.</summary>
    Priority,

    /// <summary>Deadline of the first answer.</summary>
    DueAt,

    /// <summary>Reception.</summary>
    ReceivedAt,
}

/// <summary>Which requests are asked for; every part narrows. What is not of hospital announcements is for a DAC only.</summary>
/// <param name="Text">Letters of the person's names, accents and hyphens aside.</param>
public sealed record SupportRequestFilterInput(
    IReadOnlyList<RequestStatus>? Status = null, IReadOnlyList<RequestUrgency>? Urgency = null, RequestView? View = null, IReadOnlyList<RequestReason>? Reason = null,
    IReadOnlyList<RequestOrigin>? Origin = null, string? Commune = null, string? Assignee = null, bool? Overdue = null, string? Person = null, string? Text = null);

/// <summary>One sort of the queue.</summary>
public sealed record RequestSortInput(RequestSortField Field, SortDirection Direction);

/// <summary>How many there are of one value of a facet.</summary>
public sealed record RequestFacet(string Value, int Count);

/// <summary>Counts of the queue by view, and of the open ones by facet.</summary>
public sealed record RequestCounts(
    int ToTreat, int Mine, int Awaiting, int Snoozed, int Team, int Closed, int Overdue,
    IReadOnlyList<RequestFacet> Urgency, IReadOnlyList<RequestFacet> Reason, IReadOnlyList<RequestFacet> Origin);

/// <summary>Reads the queue of a territory.</summary>
public sealed class RequestQueue(ListPage pages, PersonIndex persons, DocumentStore store)
{
    private const string Open = "status in ('Received', 'Taken')";
    private const string Awake = "(snoozed_until is null or snoozed_until <= {0}::date)";
    private const string Asleep = "snoozed_until > {0}::date";

    // Named one by one, so that an index finds them.
    private static readonly string Over = $"status in ({string.Join(", ", Enum.GetValues<RequestStatus>().Except([RequestStatus.Received, RequestStatus.Taken]).Select(s => $"'{s}'"))})";

    /// <summary>One page of the DAC's queue.</summary>
    public async Task<Connection<SupportRequestNode>> ReadAsync(
        RequestScope scope, TerritoryId territory, int? first, string? after, SupportRequestFilterInput? filter, RequestSortInput? sort, CancellationToken cancellation)
    {
        var order = sort ?? new(RequestSortField.Priority, SortDirection.Asc);
        var request = new ListRequest([], [], Keys(order));
        if (filter is not null) await NarrowAsync(request, filter, scope, territory, cancellation);
        var list = $"requests|{territory}|{(filter?.View is RequestView.Mine ? scope.Subject.Id : "")}|{JsonSerializer.Serialize(filter)}|{order}";
        return await pages.ReadAsync<SupportRequestView, SupportRequestNode>(
            territory, list, request, first, after, view => Values(view, order.Field), view => new(territory, view), cancellation);
    }

    /// <summary>Requests of one professional who asks, last one first.</summary>
    public Task<Connection<TNode>> ReadOwnAsync<TNode>(
        TerritoryId territory, ProfessionalId requester, int? first, string? after, Func<SupportRequestView, TNode> node, CancellationToken cancellation)
    {
        var order = new RequestSortInput(RequestSortField.ReceivedAt, SortDirection.Desc);
        var request = new ListRequest([], [], Keys(order));
        request.Add("requested_by = {0}", requester.Value);
        return pages.ReadAsync(territory, $"my-requests|{territory}|{requester}", request, first, after, view => Values(view, order.Field), node, cancellation);
    }

    /// <summary>Counts in one query; facets and lateness are those of the open ones.</summary>
    public async Task<RequestCounts> CountAsync(RequestScope scope, TerritoryId territory, CancellationToken cancellation)
    {
        await using var session = store.QuerySession(territory.Value);
        var rows = await session.RawAsync(
            $"""
            with request as materialized (
                select status, urgency, reason, origin, assignee, due_at, answered_at, awaiting, coalesce({Parameter(Asleep, "$2")}, false) as asleep
                from {SupportRequestProjection.View.Table} where {Open})
            select 'views', '', (count(*) filter (where status = 'Received' and not asleep))::int, (count(*) filter (where status = 'Taken' and not asleep and assignee = $1))::int,
                (count(*) filter (where asleep and awaiting is not null))::int, (count(*) filter (where asleep and awaiting is null))::int,
                (count(*) filter (where status = 'Taken' and not asleep))::int,
                (select count(*) from {SupportRequestProjection.View.Table} where {Over})::int,
                (count(*) filter (where answered_at is null and due_at < $3))::int from request
            union all select 'urgency', urgency::text, count(*)::int, 0, 0, 0, 0, 0, 0 from request group by urgency
            union all select 'reason', reason, count(*)::int, 0, 0, 0, 0, 0, 0 from request group by reason
            union all select 'origin', origin, count(*)::int, 0, 0, 0, 0, 0, 0 from request group by origin
            """,
            [scope.Subject.Professional?.Value ?? Guid.Empty, Today(scope), scope.Context.Now],
            row => (Facet: row.GetString(0), Value: row.GetString(1), Counts: Enumerable.Range(2, 7).Select(row.GetInt32).ToArray()),
            cancellation);
        var views = rows.Single(r => r.Facet == "views").Counts;
        RequestFacet[] Facet(string name, Func<string, string> value) =>
            [.. rows.Where(r => r.Facet == name).Select(r => new RequestFacet(value(r.Value), r.Counts[0])).OrderByDescending(f => f.Count).ThenBy(f => f.Value, StringComparer.Ordinal)];
        return new(views[0], views[1], views[2], views[3], views[4], views[5], views[6],
            Facet("urgency", v => $"{RequestUrgency.Critical - int.Parse(v, CultureInfo.InvariantCulture)}"), Facet("reason", v => v), Facet("origin", v => v));
    }

    private async Task NarrowAsync(ListRequest request, SupportRequestFilterInput filter, RequestScope scope, TerritoryId territory, CancellationToken cancellation)
    {
        if (filter.Status is { } status) request.Add("status = any({0})", status.Select(s => s.ToString()).ToArray());
        if (filter.Urgency is { } urgency) request.Add("urgency = any({0})", urgency.Select(u => (short)(RequestUrgency.Critical - u)).ToArray());
        if (filter.Reason is { } reason) request.Add("reason = any({0})", reason.Select(r => r.ToString()).ToArray());
        if (filter.Origin is { } origin) request.Add("origin = any({0})", origin.Select(o => o.ToString()).ToArray());
        if (filter.Commune is { } commune) request.Add("commune = {0}", commune);
        if (filter.Assignee is { } assignee) request.Add("assignee = {0}", RecordCommands.Professional(assignee, "assignee").Value);
        if (filter.Person is { } person) request.Add("person_id = {0}", NodeId.Decode("Person", person, "person"));
        if (filter.Overdue is { } overdue) request.Add($"({Open} and answered_at is null and due_at < {{0}}::timestamptz) = {(overdue ? "true" : "false")}", scope.Context.Now);
        if (filter.View is { } view) Narrow(request, view, scope);
        if (!string.IsNullOrWhiteSpace(filter.Text)) request.Add("person_id = any({0})", (await persons.SearchAsync(territory, filter.Text, cancellation)).ToArray());
    }

    private static void Narrow(ListRequest request, RequestView view, RequestScope scope)
    {
        switch (view)
        {
            case RequestView.ToTreat:
                request.Add($"status = 'Received' and {Awake}", Today(scope));
                break;
            case RequestView.Mine:
                request.Add($"status = 'Taken' and {Awake}", Today(scope));
                request.Add("assignee = {0}", scope.Subject.Professional?.Value ?? Guid.Empty);
                break;
            case RequestView.Team:
                request.Add($"status = 'Taken' and {Awake}", Today(scope));
                break;
            case RequestView.Awaiting:
                request.Add($"{Open} and awaiting is not null and {Asleep}", Today(scope));
                break;
            case RequestView.Snoozed:
                request.Add($"{Open} and awaiting is null and {Asleep}", Today(scope));
                break;
            default:
                request.Conditions.Add(Over);
                break;
        }
    }

    private static string Parameter(string condition, string parameter) => condition.Replace("{0}", parameter, StringComparison.Ordinal);

    private static DateOnly Today(RequestScope scope) => scope.Context.Today;

    private static PageKey[] Keys(RequestSortInput sort)
    {
        var descending = sort.Direction is SortDirection.Desc;
        PageKey[] keys = sort.Field switch
        {
            RequestSortField.Priority => [new("urgency", "smallint", descending), new("expected_at", "timestamptz", descending)],
            RequestSortField.DueAt => [new("due_at", "timestamptz", descending)],
            _ => [new("received_at", "timestamptz", descending)],
        };
        return [.. keys, new("id", "uuid", descending)];
    }

    /// <summary>The cursor values of a row.</summary>
    internal static string[] Values(SupportRequestView view, RequestSortField field) => field switch
    {
        RequestSortField.Priority =>
        [
            ((short)(RequestUrgency.Critical - view.Request.Urgency)).ToString(CultureInfo.InvariantCulture), ListPage.Value(view.Request.Return?.ExpectedAt ?? view.DueAt), view.Id.ToString(),
        ],
        RequestSortField.DueAt => [ListPage.Value(view.DueAt), view.Id.ToString()],
        _ => [ListPage.Value(view.ReceivedAt), view.Id.ToString()],
    };
}
