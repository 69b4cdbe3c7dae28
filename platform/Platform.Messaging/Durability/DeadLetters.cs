using Microsoft.Extensions.Logging;
using Npgsql;

namespace Platform.Messaging;

/// <summary>Operator's view of messages that were given up. Works as worker, across tenants: the caller checks the right to it.</summary>
public sealed class DeadLetters
{
    private const string List =
        """
        select tenant_id, id, destination, message_type, message_version, body, correlation_id, sent_at, attempts,
               exception_type, exception_message, failed_at
          from wolverine_dead_letters
         where discarded_at is null and ($1::text is null or tenant_id = $1::text)
           and ($2::timestamptz is null or (failed_at, id) < ($2::timestamptz, $3::uuid))
         order by failed_at desc, id desc limit $4::int
        """;

    private const string Replay =
        """
        with back as (
          delete from wolverine_dead_letters where tenant_id = $1 and id = $2 and destination = $3 and discarded_at is null
          returning *)
        update wolverine_incoming_envelopes i
           set status = 'Incoming', body = back.body, attempts = 0, owner_node = null, lease_until = null, execution_time = $4
          from back
         where i.tenant_id = back.tenant_id and i.id = back.id and i.destination = back.destination and i.status = 'DeadLettered'
        """;

    // The id stays known as handled: sent again, a discarded message is not carried out.
    private const string Discard =
        """
        with gone as (
          update wolverine_dead_letters set discarded_at = $4, discarded_by = $5, discard_reason = $6, body = null
           where tenant_id = $1 and id = $2 and destination = $3 and discarded_at is null
          returning *)
        update wolverine_incoming_envelopes i set status = 'Handled', handled_at = $4, keep_until = $7
          from gone
         where i.tenant_id = gone.tenant_id and i.id = gone.id and i.destination = gone.destination and i.status = 'DeadLettered'
        """;

    private readonly MessagingRuntime _runtime;
    private readonly ILogger _log;

    internal DeadLetters(MessagingRuntime runtime, ILogger log)
    {
        _runtime = runtime;
        _log = log;
    }

    /// <summary>Open dead letters, newest first, of one tenant or all; pass the last one of a page as <paramref name="after"/> for the next.</summary>
    public async Task<IReadOnlyList<DeadLetter>> ListAsync(
        string? tenantId = null, int limit = 100, DeadLetter? after = null, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var result = new List<DeadLetter>();
        var command = Command(List, tenantId, after?.FailedAt, after?.Id.MessageId, limit);
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(ct).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(ct).ConfigureAwait(false))
                {
                    result.Add(Read(reader));
                }
            }
        }

        return result;
    }

    /// <summary>Puts the messages back into their queues with all attempts before them; gives how many were there.</summary>
    public async Task<int> ReplayAsync(IReadOnlyCollection<DeadLetterId> ids, string userName, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(userName);
        var count = await EachAsync(ids, Replay, [_runtime.Envelopes.Now], ct).ConfigureAwait(false);
        Report(ids, count, userName, MessagingLog.Replayed);
        _runtime.Wake();
        return count;
    }

    /// <summary>Gives the messages up for good: their bodies are dropped, who did it and why is kept; gives how many were there.</summary>
    public async Task<int> DiscardAsync(
        IReadOnlyCollection<DeadLetterId> ids, string userName, string reason, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(userName);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        var now = _runtime.Envelopes.Now;
        var count = await EachAsync(ids, Discard, [now, userName, reason, now + _runtime.Options.KeepHandledFor], ct).ConfigureAwait(false);
        Report(ids, count, userName, MessagingLog.Discarded);
        return count;
    }

    private void Report(
        IReadOnlyCollection<DeadLetterId> ids, int count, string userName, Action<ILogger, int, string, string> write)
    {
        if (count > 0)
        {
            write(_log, count, string.Join(',', ids.Select(id => id.TenantId).Distinct(StringComparer.Ordinal)), userName);
        }
    }

    private DeadLetter Read(NpgsqlDataReader reader)
    {
        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
        int? Number(int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);
        var letter = new DeadLetter
        {
            Id = new DeadLetterId(reader.GetString(0), reader.GetGuid(1), reader.GetString(2)),
            MessageType = Text(3),
            MessageVersion = Number(4),
            CorrelationId = Text(6),
            SentAt = reader.IsDBNull(7) ? null : reader.GetFieldValue<DateTimeOffset>(7),
            Attempts = Number(8),
            ExceptionType = Text(9),
            ExceptionMessage = Text(10),
            FailedAt = reader.GetFieldValue<DateTimeOffset>(11),
            Readable = false,
        };
        return letter with { Readable = !reader.IsDBNull(5) && CanRead(letter, reader.GetFieldValue<byte[]>(5)) };
    }

    private bool CanRead(DeadLetter letter, byte[] body)
    {
        try
        {
            _runtime.Serializer.Read(new Envelope
            {
                Id = letter.Id.MessageId,
                TenantId = letter.Id.TenantId,
                Destination = letter.Id.Destination,
                MessageType = letter.MessageType ?? string.Empty,
                MessageVersion = letter.MessageVersion ?? 0,
                Body = body,
                SentAt = letter.FailedAt,
            });
            return true;
        }
        catch (UnreadableMessageException)
        {
            return false;
        }
    }

    private async Task<int> EachAsync(
        IReadOnlyCollection<DeadLetterId> ids, string sql, object?[] more, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var count = 0;
        foreach (var id in ids)
        {
            var command = Command(sql, [id.TenantId, id.MessageId, id.Destination, .. more]);
            await using (command.ConfigureAwait(false))
            {
                count += await command.ExecuteNonQueryAsync(ct).ConfigureAwait(false);
            }
        }

        return count;
    }

    private NpgsqlCommand Command(string sql, params object?[] parameters)
    {
        var command = _runtime.Store.Database.Worker.CreateCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = parameter ?? DBNull.Value });
        }

        return command;
    }
}
