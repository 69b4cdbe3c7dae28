using System.Security.Cryptography;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Api.Security.Audit;

/// <summary>
/// Gives the rows of the audit their place in the chain: a gapless order, each link the SHA-256 of the link before it and the row's bytes.
/// Short transactions of their own, so that no answer waits for them; two nodes at once collide on the position and neither forks.
/// </summary>
public sealed class AuditChain(Database database)
{
    private const int Page = 500;

    /// <summary>Links whatever has no place yet; another node that is doing so is left to it.</summary>
    /// <returns>How many rows were linked.</returns>
    public async Task<int> ExtendAsync(CancellationToken cancellation = default)
    {
        var total = 0;
        while (true)
        {
            var linked = await ExtendOnceAsync(cancellation);
            total += linked;
            if (linked < Page) return total;
        }
    }

    /// <summary>The last link.</summary>
    public async Task<AuditHead> HeadAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.Worker.OpenConnectionAsync(cancellation);
        return await HeadAsync(connection, cancellation);
    }

    /// <summary>The link that follows another.</summary>
    public static byte[] Link(byte[] previous, AuditRow row) => SHA256.HashData([.. previous, .. row.ToCanonicalBytes()]);

    private async Task<int> ExtendOnceAsync(CancellationToken cancellation)
    {
        await using var connection = await database.Worker.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using (var take = new NpgsqlCommand("select pg_try_advisory_xact_lock(hashtextextended('audit chain', 0))", connection))
            if (!(bool)(await take.ExecuteScalarAsync(cancellation))!) return 0;
        var head = await HeadAsync(connection, cancellation);
        var (numbers, readings, hashes) = (new List<long>(), new List<Guid>(), new List<byte[]>());
        await using (var select = new NpgsqlCommand(
            $"select p.number, {AuditRow.Columns} from audit.pending p join audit.reading r on r.id = p.reading_id order by p.number limit {Page}", connection))
        await using (var rows = await select.ExecuteReaderAsync(cancellation))
        {
            for (var last = head.Hash; await rows.ReadAsync(cancellation);)
            {
                var row = AuditRow.Read(rows, 1);
                hashes.Add(last = Link(last, row));
                readings.Add(row.Id);
                numbers.Add(rows.GetInt64(0));
            }
        }

        if (numbers.Count == 0) return 0;
        await using var link = new NpgsqlCommand(
            "insert into audit.chain (position, reading_id, hash) select $1 + n, reading, hash from unnest($2, $3) with ordinality as l(reading, hash, n)", connection)
        {
            Parameters = { new() { Value = head.Position }, new() { Value = readings.ToArray() }, new() { Value = hashes.ToArray() } },
        };
        await link.ExecuteNonQueryAsync(cancellation);
        await using var done = new NpgsqlCommand("delete from audit.pending where number = any($1)", connection) { Parameters = { new() { Value = numbers.ToArray() } } };
        await done.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return numbers.Count;
    }

    private static async Task<AuditHead> HeadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select position, hash from audit.chain order by position desc limit 1", connection);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? new(row.GetInt64(0), row.GetFieldValue<byte[]>(1)) : AuditHead.Start;
    }
}
