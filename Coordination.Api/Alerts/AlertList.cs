using System.Globalization;
using System.Text.Json;
using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Domain.Alerts;
using Coordination.Domain.Identifiers;
using Coordination.Projections.Alerts;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.Alerts;

/// <summary>Which alerts are asked for; every part narrows.</summary>
public sealed record AlertFilterInput(
    IReadOnlyList<AlertStatus>? Status = null,
    IReadOnlyList<AlertSeverity>? Severity = null,
    IReadOnlyList<string>? RuleCode = null,
    bool? TakenByMe = null,
    string? Commune = null,
    string? Text = null);

/// <summary>What alerts are sorted by.</summary>
public enum AlertSortField
{
    /// <summary>Most severe first, then the nearest deadline.</summary>
    Priority,

    /// <summary>Deadline; alerts without one last.</summary>
    DueAt,

    /// <summary>When raised.</summary>
    RaisedAt,
}

/// <summary>One sort of the inbox.</summary>
public sealed record AlertSortInput(AlertSortField Field, SortDirection Direction);

/// <summary>The inbox: alerts of the subject's territory, by page.</summary>
public sealed class AlertList(ListPage pages, PersonIndex persons, DocumentStore store)
{
    private const string DueAt = "coalesce(due_at, 'infinity')";
    private const string Subject = "alert.subject_id";

    /// <summary>One page; the first sort counts, with the id as the last key.</summary>
    public async Task<Connection<AlertNode>> ReadAsync(
        RequestScope scope, TerritoryId territory, int? first, string? after, AlertFilterInput? filter, AlertSortInput? sort, CancellationToken cancellation)
    {
        var order = sort ?? new(AlertSortField.Priority, SortDirection.Asc);
        var request = new ListRequest([], [], Keys(order));
        ReadableRecords.Narrow(request, scope, AccessAction.ReadAlerts, Subject);
        if (filter is not null) await NarrowAsync(request, filter, scope, territory, cancellation);
        var list = $"alerts|{territory}|{JsonSerializer.Serialize(filter)}|{order}";
        return await pages.ReadAsync<AlertView, AlertNode>(
            territory, list, request, first, after, view => Values(view, order.Field), view => new(territory, view), cancellation);
    }

    /// <summary>Counts of the inbox's views in one query.</summary>
    public async Task<AlertCounts> CountAsync(RequestScope scope, TerritoryId territory, DateTimeOffset now, CancellationToken cancellation)
    {
        var readable = new ListRequest([], [scope.Subject.Professional?.Value ?? Guid.Empty, now.AddDays(-30)], []);
        ReadableRecords.Narrow(readable, scope, AccessAction.ReadAlerts, Subject);
        await using var session = store.QuerySession(territory.Value);
        var counts = await session.RawAsync(
            $"""
            select (count(*) filter (where status = 'Raised'))::int, (count(*) filter (where status = 'Taken' and taken_by = $1))::int,
                (count(*) filter (where status = 'Taken'))::int, (count(*) filter (where closed_at > $2))::int
            from {AlertProjection.View.Table} as {AlertProjection.View.Name} {readable.Where}
            """,
            [.. readable.Parameters],
            row => new AlertCounts(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3)),
            cancellation);
        return counts.Single();
    }

    private async Task NarrowAsync(ListRequest request, AlertFilterInput filter, RequestScope scope, TerritoryId territory, CancellationToken cancellation)
    {
        if (filter.Status is { } status) request.Add("status = any({0})", status.Select(s => s.ToString()).ToArray());
        if (filter.Severity is { } severity) request.Add("urgency = any({0})", severity.Select(s => (short)(AlertSeverity.Critical - s)).ToArray());
        if (filter.RuleCode is { } rules) request.Add("rule_code = any({0})", rules.ToArray());
        if (filter.TakenByMe == true) request.Add("taken_by = {0}", scope.Subject.Professional?.Value);
        if (filter.Commune is { } commune) request.Add("commune = {0}", commune);
        if (!string.IsNullOrWhiteSpace(filter.Text))
            request.Add("subject_id = any({0})", (await persons.SearchAsync(territory, filter.Text, cancellation)).ToArray());
    }

    private static PageKey[] Keys(AlertSortInput sort)
    {
        var descending = sort.Direction is SortDirection.Desc;
        PageKey[] keys = sort.Field switch
        {
            AlertSortField.Priority => [new("urgency", "smallint", descending), new(DueAt, "timestamptz", descending)],
            AlertSortField.DueAt => [new(DueAt, "timestamptz", descending)],
            _ => [new("raised_at", "timestamptz", descending)],
        };
        return [.. keys, new("id", "uuid", descending)];
    }

    private static string[] Values(AlertView view, AlertSortField field)
    {
        var due = ListPage.Value(view.Alert.Finding.DueAt);
        var id = view.Id.ToString();
        return field switch
        {
            AlertSortField.Priority => [((short)(AlertSeverity.Critical - view.Alert.Finding.Severity)).ToString(CultureInfo.InvariantCulture), due, id],
            AlertSortField.DueAt => [due, id],
            _ => [ListPage.Value(view.RaisedAt), id],
        };
    }
}

/// <summary>Counts by view of the inbox.</summary>
public sealed record AlertCounts(int ToTreat, int Mine, int Team, int Closed);
