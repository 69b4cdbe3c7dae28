using Npgsql;
using Platform.EventStore;

namespace Coordination.Api.Exchange.Hl7.Intake;

/// <summary>An earlier message with the same key.</summary>
public sealed record EarlierMessage(Disposition Disposition, byte[] BodyHash, byte[] Ack);

/// <summary>The table of received messages.</summary>
public sealed class MessageLog(Database database)
{
    private const string Insert = """
        insert into hl7_message (id, link_id, sender, control_id, body_hmac, received_at, trigger, disposition, ack_code, ack,
            tenant_id, person_id, problem, body, expires_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        on conflict (link_id, sender, control_id) where control_id <> '' do update set id = excluded.id, body_hmac = excluded.body_hmac,
            received_at = excluded.received_at, trigger = excluded.trigger, disposition = excluded.disposition, ack_code = excluded.ack_code,
            ack = excluded.ack, tenant_id = excluded.tenant_id, person_id = excluded.person_id, problem = excluded.problem,
            body = excluded.body, expires_at = excluded.expires_at
        where hl7_message.disposition = 'trace'
        """;

    /// <summary>Finds the message of this key; null when none was received.</summary>
    public async Task<EarlierMessage?> FindAsync(string link, string sender, string controlId, CancellationToken cancellation)
    {
        await using var command = database.Worker.CreateCommand(
            "select disposition, body_hmac, ack from hl7_message where link_id = $1 and sender = $2 and control_id = $3");
        foreach (var value in new[] { link, sender, controlId }) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new(Enum.Parse<Disposition>(reader.GetString(0), ignoreCase: true), reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<byte[]>(2))
            : null;
    }

    /// <summary>Keeps a message in the transaction of a session. A trace of the same key gives way; anything else stays.</summary>
    public static void Enlist(IDocumentSession session, ReceivedMessage message) => session.QueueSqlCommand(Insert, Values(message));

    /// <summary>Keeps a message in a transaction of its own.</summary>
    public async Task KeepAsync(ReceivedMessage message, CancellationToken cancellation)
    {
        await using var command = database.Worker.CreateCommand(Insert);
        foreach (var value in Values(message)) command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Removes what has expired; says how many.</summary>
    public async Task<int> PurgeAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        await using var command = database.Worker.CreateCommand("delete from hl7_message where expires_at <= $1");
        command.Parameters.Add(new NpgsqlParameter { Value = now });
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    private static object?[] Values(ReceivedMessage m) =>
    [
        m.Id, m.LinkId, m.Sender, m.ControlId, m.BodyHash, m.ReceivedAt, m.Trigger, m.Disposition.ToString().ToLowerInvariant(), m.AckCode, m.Ack,
        m.Person?.Territory.Value, m.Person?.Person.Value, m.Problem, m.SealedBody, m.ExpiresAt,
    ];
}
