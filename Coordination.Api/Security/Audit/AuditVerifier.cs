using System.Data;
using System.Globalization;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Api.Security.Audit;

/// <summary>The first thing that is wrong with the audit.</summary>
/// <param name="Position">Where in the chain; null for a row that stands outside it.</param>
/// <param name="Reading">The row, where it is known.</param>
public sealed record AuditFault(long? Position, Guid? Reading, string Reason)
{
    /// <inheritdoc />
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Position is { } p ? $"position {p}" : "outside the chain")}{(Reading is { } r ? $", row {r}" : "")}: {Reason}");
}

/// <summary>What a verification found.</summary>
/// <param name="Checked">Links looked at.</param>
/// <param name="Head">The last one that holds.</param>
/// <param name="Fault">Null when everything holds.</param>
public sealed record AuditVerdict(long Checked, AuditHead Head, AuditFault? Fault);

/// <summary>Computes every link anew from the rows and holds it, and the heads exported before, against the chain.</summary>
public sealed class AuditVerifier(Database database)
{
    private const string Links = $"select c.position, c.reading_id, c.hash, r.id is not null, {AuditRow.Columns} "
        + "from audit.chain c left join audit.reading r on r.id = c.reading_id where c.position >= $1 order by c.position";

    private const string Outside = """
        select r.id, 'it was never given a place in the chain' from audit.reading r
        where not exists (select from audit.chain c where c.reading_id = r.id) and not exists (select from audit.pending p where p.reading_id = r.id)
        union all
        select p.reading_id, 'it waits for its place and is gone' from audit.pending p where not exists (select from audit.reading r where r.id = p.reading_id)
        limit 1
        """;

    /// <summary>Verifies from a position on; the link before it is taken as it is.</summary>
    /// <param name="exported">Heads that left the database earlier: the chain must still have them.</param>
    public async Task<AuditVerdict> VerifyAsync(long from = 1, IReadOnlyList<AuditHead>? exported = null, CancellationToken cancellation = default)
    {
        var expected = (exported ?? []).Where(h => h.Position >= from).GroupBy(h => h.Position).ToDictionary(g => g.Key, g => g.ToArray());
        await using var connection = await database.Worker.OpenConnectionAsync(cancellation);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        if (await StartAsync(connection, from, cancellation) is not { } head) return new(0, AuditHead.Start, new(from - 1, null, "the link is missing"));
        var count = 0L;
        await using (var command = new NpgsqlCommand(Links, connection) { Parameters = { new() { Value = from } }, CommandTimeout = 0 })
        await using (var rows = await command.ExecuteReaderAsync(cancellation))
        {
            while (await rows.ReadAsync(cancellation))
            {
                if (Check(head, rows) is { } fault) return new(count, head, fault);
                head = new(head.Position + 1, rows.GetFieldValue<byte[]>(2));
                count++;
                if (expected.Remove(head.Position, out var heads) && heads.Any(h => !h.Hash.AsSpan().SequenceEqual(head.Hash)))
                    return new(count, head, new(head.Position, rows.GetGuid(1), "the chain was rewritten: an exported head has another hash here"));
            }
        }

        if (expected.Count > 0) return new(count, head, new(head.Position + 1, null, $"the chain was cut: a head was exported at {expected.Keys.Max()}"));
        await using var outside = new NpgsqlCommand(Outside, connection) { CommandTimeout = 0 };
        await using var stray = await outside.ExecuteReaderAsync(cancellation);
        return new(count, head, await stray.ReadAsync(cancellation) ? new(null, stray.GetGuid(0), stray.GetString(1)) : null);
    }

    private static AuditFault? Check(AuditHead head, NpgsqlDataReader row)
    {
        var (position, reading) = (row.GetInt64(0), row.GetGuid(1));
        if (position != head.Position + 1) return new(head.Position + 1, null, "the link is missing");
        if (!row.GetBoolean(3)) return new(position, reading, "the row is missing");
        return AuditChain.Link(head.Hash, AuditRow.Read(row, 4)).AsSpan().SequenceEqual(row.GetFieldValue<byte[]>(2))
            ? null
            : new(position, reading, "row and link do not belong together: changed or swapped");
    }

    private static async Task<AuditHead?> StartAsync(NpgsqlConnection connection, long from, CancellationToken cancellation)
    {
        if (from <= 1) return AuditHead.Start;
        await using var command = new NpgsqlCommand("select hash from audit.chain where position = $1", connection) { Parameters = { new() { Value = from - 1 } } };
        return await command.ExecuteScalarAsync(cancellation) is byte[] hash ? new(from - 1, hash) : null;
    }
}
