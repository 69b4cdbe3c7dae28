using System.Text.Json;
using Npgsql;

namespace Platform.Messaging;

/// <summary>The inbox and outbox as the worker sees them: all tenants, one statement an operation.</summary>
internal sealed class EnvelopeStore(NpgsqlDataSource worker, MessagingOptions options, TimeProvider clock)
{
    private const int PurgeBatch = 1000;
    private const int RelayBatch = 200;

    private DateTimeOffset Now => clock.GetUtcNow().ToUniversalTime();

    public async Task<IReadOnlyList<Lease>> LeaseAsync(IReadOnlyList<(string Queue, int Slots)> wanted, CancellationToken ct)
    {
        var now = Now;
        var leases = new List<Lease>();
        var command = Command(
            EnvelopeSql.Lease,
            wanted.Select(queue => queue.Queue).ToArray(), wanted.Select(queue => queue.Slots).ToArray(),
            now, options.NodeName, now + options.LeaseDuration);
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(ct).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(ct).ConfigureAwait(false))
                {
                    leases.Add(new Lease(Read(reader), options.NodeName, reader.GetInt64(13)));
                }
            }
        }

        leases.Sort((a, b) => a.Sequence.CompareTo(b.Sequence));
        return leases;
    }

    public Task<int> RelayAsync(CancellationToken ct) => ExecuteAsync(EnvelopeSql.Relay, ct, RelayBatch);

    public Task<int> RenewAsync(Lease lease, CancellationToken ct) =>
        ExecuteAsync(EnvelopeSql.Renew, ct, [.. lease.Key, Now + options.LeaseDuration]);

    public Task<int> RetryAsync(Lease lease, TimeSpan cooldown, CancellationToken ct) =>
        ExecuteAsync(EnvelopeSql.Retry, ct, [.. lease.Key, Now + cooldown]);

    public Task<int> ReleaseAsync(Lease lease, CancellationToken ct) => ExecuteAsync(EnvelopeSql.Release, ct, lease.Key);

    public Task<int> MarkIfStillOwnedAsync(Lease lease, CancellationToken ct) =>
        ExecuteAsync(EnvelopeSql.MarkIfStillOwned, ct, MarkParameters(lease));

    public object?[] MarkParameters(Lease lease)
    {
        var now = Now;
        return [.. lease.Key, now, now + options.KeepHandledFor];
    }

    public async Task<bool> IsHandledByAsync(Lease lease, CancellationToken ct)
    {
        var command = Command(EnvelopeSql.HandledByThisDelivery, lease.Key);
        await using (command.ConfigureAwait(false))
        {
            return await command.ExecuteScalarAsync(ct).ConfigureAwait(false) is > 0L;
        }
    }

    public Task<int> BuryAsync(Lease lease, FailureReason reason, CancellationToken ct) =>
        ExecuteAsync(EnvelopeSql.Bury, ct, [.. lease.Key, reason.Type, reason.Message, Now]);

    /// <summary>Forgets handled ids whose time is over, in bounded batches; gives how many.</summary>
    public async Task<int> PurgeAsync(CancellationToken ct)
    {
        var total = 0;
        int deleted;
        do
        {
            deleted = await ExecuteAsync(EnvelopeSql.Purge, ct, Now, PurgeBatch).ConfigureAwait(false);
            total += deleted;
        }
        while (deleted == PurgeBatch);
        return total;
    }

    public async Task<MessageCounts> CountAsync(CancellationToken ct)
    {
        var now = Now;
        var counts = new Dictionary<string, (long Count, TimeSpan Age)>(StringComparer.Ordinal);
        var command = Command(EnvelopeSql.Counts, now);
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(ct).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(ct).ConfigureAwait(false))
                {
                    var age = reader.IsDBNull(2) ? TimeSpan.Zero : now - reader.GetFieldValue<DateTimeOffset>(2);
                    counts[reader.GetString(0)] = (reader.GetInt64(1), age < TimeSpan.Zero ? TimeSpan.Zero : age);
                }
            }
        }

        var overdue = counts["inbox"].Age > counts["scheduled"].Age ? counts["inbox"].Age : counts["scheduled"].Age;
        return new MessageCounts(
            counts["inbox"].Count, counts["scheduled"].Count, counts["outbox"].Count, counts["dead"].Count,
            overdue, counts["outbox"].Age, counts["dead"].Age);
    }

    private static Envelope Read(NpgsqlDataReader reader)
    {
        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
        return new Envelope
        {
            TenantId = reader.GetString(0),
            Id = reader.GetGuid(1),
            Destination = reader.GetString(2),
            MessageType = reader.GetString(3),
            MessageVersion = reader.GetInt32(4),
            Body = reader.IsDBNull(5) ? ReadOnlyMemory<byte>.Empty : reader.GetFieldValue<byte[]>(5),
            Headers = Headers(reader.GetString(6)),
            CorrelationId = Text(7),
            CausationId = Text(8),
            UserName = Text(9),
            GroupId = Text(10),
            SentAt = reader.GetFieldValue<DateTimeOffset>(11),
            Attempts = reader.GetInt32(12),
            ScheduleKey = Text(14),
        };
    }

    // Headers only help tracing: a damaged set must not keep a message, or the batch it came in, from being handled.
    private static Dictionary<string, string> Headers(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private async Task<int> ExecuteAsync(string sql, CancellationToken ct, params object?[] parameters)
    {
        var command = Command(sql, parameters);
        await using (command.ConfigureAwait(false))
        {
            return await command.ExecuteNonQueryAsync(ct).ConfigureAwait(false);
        }
    }

    private NpgsqlCommand Command(string sql, params object?[] parameters)
    {
        var command = worker.CreateCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = parameter ?? DBNull.Value });
        }

        return command;
    }
}
