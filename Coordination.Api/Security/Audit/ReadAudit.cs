using System.Collections.Concurrent;
using System.Diagnostics;
using Coordination.Api.GraphQL;
using Npgsql;
using NpgsqlTypes;
using Platform.EventStore;

namespace Coordination.Api.Security.Audit;

/// <summary>
/// Writes who read whom, before the answer leaves (E13): a row per request and territory; a subscription has one per person and hour.
/// When it cannot be written the answer must not leave: the failure is the caller's to turn into 503.
/// </summary>
public sealed class ReadAudit(Database database, TimeProvider clock)
{
    private const string NoTenant = "interfaces";
    private const string Insert = """
        insert into audit.reading (id, tenant_id, subject_id, activity, professional, role, organization, establishment,
          action, operation, data_classes, basis, permitted, person_ids, shown, client, trace_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
        """;

    private readonly ConcurrentDictionary<(string Subscription, Guid Person), DateTimeOffset> heard = new();

    /// <summary>Writes what the trail of a request holds; nothing when it shows nobody.</summary>
    public Task WriteAsync(RequestScope scope, ReadOrigin origin, CancellationToken cancellation) =>
        WriteAsync(scope.Subject, scope.Trail.Take(), origin, cancellation);

    /// <summary>The same for one event of a subscription: persons heard within the hour are not written again.</summary>
    public async Task WriteHourlyAsync(RequestScope scope, string subscription, ReadOrigin origin, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        bool IsNews(Guid person) => !heard.TryGetValue((subscription, person), out var at) || now - at >= TimeSpan.FromHours(1);
        var entries = scope.Trail.Take()
            .Select(e => e.Action == AuditActions.Read ? e with { Action = AuditActions.Subscribe, Persons = [.. e.Persons.Where(IsNews)] } : e)
            .Where(e => e.Persons.Count > 0).Select(e => e with { Shown = e.Persons.Count }).ToList();
        await WriteAsync(scope.Subject, entries, origin, cancellation);
        foreach (var person in entries.Where(e => e.Permitted).SelectMany(e => e.Persons)) heard[(subscription, person)] = now;
    }

    /// <summary>The subscription is over: forgets whom it heard of.</summary>
    public void Forget(string subscription)
    {
        foreach (var key in heard.Keys.Where(k => k.Subscription == subscription)) heard.TryRemove(key, out _);
    }

    /// <summary>Writes entries that no request gathered, all or none.</summary>
    public async Task WriteAsync(Subject subject, IReadOnlyList<TrailEntry> entries, ReadOrigin origin, CancellationToken cancellation)
    {
        if (entries.Count == 0) return;
        await using var connection = await database.Audit.OpenConnectionAsync(cancellation);
        // One batch is one transaction. An establishment reads persons of a DAC: the row belongs to the DAC's tenant.
        await using var batch = connection.CreateBatch();
        foreach (var entry in entries) batch.BatchCommands.Add(Command(subject, entry, origin));
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private static NpgsqlBatchCommand Command(Subject subject, TrailEntry entry, ReadOrigin origin)
    {
        var command = new NpgsqlBatchCommand(Insert);
        void Add(object? value, NpgsqlDbType type) => command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value, NpgsqlDbType = type });
        Add(Guid.CreateVersion7(), NpgsqlDbType.Uuid);
        Add(entry.Territory?.Value ?? NoTenant, NpgsqlDbType.Text);
        Add(subject.Id, NpgsqlDbType.Text);
        Add(subject.Activity, NpgsqlDbType.Uuid);
        Add(subject.Professional?.Value, NpgsqlDbType.Uuid);
        Add(subject.Role.ToString(), NpgsqlDbType.Text);
        Add(subject.Organization, NpgsqlDbType.Text);
        Add(subject.Establishment?.Value, NpgsqlDbType.Text);
        Add(entry.Action, NpgsqlDbType.Text);
        Add(entry.Detail is { } detail ? $"{origin.Operation} {detail}" : origin.Operation, NpgsqlDbType.Text);
        Add(entry.Classes.Select(c => c.ToString()).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);
        Add(entry.Basis.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);
        Add(entry.Permitted, NpgsqlDbType.Boolean);
        Add(entry.Persons.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid);
        Add(entry.Shown, NpgsqlDbType.Integer);
        Add(origin.Client, NpgsqlDbType.Text);
        Add(Activity.Current?.TraceId.ToHexString(), NpgsqlDbType.Text);
        return command;
    }
}
