using System.Collections.Concurrent;
using System.Diagnostics;
using Coordination.Api.GraphQL;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Api.Security.Audit;

/// <summary>
/// Writes who read whom, before the answer leaves (E13): a row per request and territory; a subscription has one per person and hour.
/// When it cannot be written the answer must not leave: the failure is the caller's to turn into 503.
/// </summary>
public sealed class ReadAudit(Database database, TimeProvider clock)
{
    private const string NoTenant = "interfaces";
    private readonly ConcurrentDictionary<(string Subscription, Guid Person), DateTimeOffset> heard = new();

    /// <summary>Writes what the trail of a request holds; nothing when it shows nobody.</summary>
    public async Task WriteAsync(RequestScope scope, string operation, CancellationToken cancellation)
    {
        foreach (var territory in scope.Trail.TakePersons())
            await InsertAsync(scope.Subject, territory.Key.Value, "read", operation, [.. territory], cancellation);
        if (scope.Trail.TakeMessages() is { Count: > 0 } opened)
            await InsertAsync(scope.Subject, NoTenant, "open-message", $"{operation} {string.Join(',', opened)}", [], cancellation);
    }

    /// <summary>The same for one event of a subscription: persons heard within the hour are not written again.</summary>
    public async Task WriteHourlyAsync(RequestScope scope, string subscription, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        foreach (var territory in scope.Trail.TakePersons())
        {
            var news = territory.Where(p => !heard.TryGetValue((subscription, p), out var at) || now - at >= TimeSpan.FromHours(1)).ToArray();
            if (news.Length == 0) continue;
            await InsertAsync(scope.Subject, territory.Key.Value, "subscribe", "feed", news, cancellation);
            foreach (var person in news) heard[(subscription, person)] = now;
        }
    }

    /// <summary>The subscription is over: forgets whom it heard of.</summary>
    public void Forget(string subscription)
    {
        foreach (var key in heard.Keys.Where(k => k.Subscription == subscription)) heard.TryRemove(key, out _);
    }

    private async Task InsertAsync(Subject subject, string tenant, string action, string operation, Guid[] persons, CancellationToken cancellation)
    {
        // An establishment reads persons of a DAC: the row belongs to the DAC's tenant, so the worker writes it.
        await using var command = database.Worker.CreateCommand("""
            insert into read_audit (id, read_at, tenant_id, subject_id, role, organization, action, operation, person_ids, trace_id)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """);
        object[] values =
        [
            Guid.CreateVersion7(), clock.GetUtcNow(), tenant, subject.Id, subject.Role.ToString(), subject.Organization, action, operation, persons,
            (object?)Activity.Current?.TraceId.ToHexString() ?? DBNull.Value,
        ];
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
