using System.Globalization;

namespace Platform.EventStore.Protection;

public sealed partial class SubjectKeys
{
    /// <inheritdoc />
    public async Task ShredAsync(string tenantId, Guid subjectId, CancellationToken ct = default)
    {
        var at = clock.GetUtcNow();
        // The file first: a crash in between leaves a line that the next start applies, never an erasure without a line.
        if (ledgerFile is not null)
            await File.AppendAllLinesAsync(ledgerFile, [string.Create(CultureInfo.InvariantCulture, $"{tenantId} {subjectId:D} {at:O}")], ct);
        await DropAsync([(tenantId, subjectId)], at, ct);
    }

    /// <inheritdoc />
    public async Task<int> ReapplyErasuresAsync(CancellationToken ct = default)
    {
        if (ledgerFile is not null && File.Exists(ledgerFile))
        {
            var lines = (await File.ReadAllLinesAsync(ledgerFile, ct)).Select(l => l.Split(' ')).Where(p => p.Length == 3);
            await DropAsync([.. lines.Select(p => (p[0], Guid.Parse(p[1])))], clock.GetUtcNow(), ct);
        }

        await using var connection = await database.Keys.OpenConnectionAsync(ct);
        await using var drop = Command(connection, "delete from subject_keys k using erasure_ledger e where k.tenant_id = e.tenant_id and k.subject_id = e.subject_id");
        var dropped = await drop.ExecuteNonQueryAsync(ct);
        _known.Clear();
        return dropped;
    }

    /// <inheritdoc />
    public void Forget(string tenantId, Guid subjectId) => _known.TryRemove((tenantId, subjectId), out _);

    private async Task DropAsync(IReadOnlyCollection<(string Tenant, Guid Subject)> subjects, DateTimeOffset at, CancellationToken ct)
    {
        await using var connection = await database.Keys.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        foreach (var (tenant, subject) in subjects)
        {
            await using var record = Command(connection, "insert into erasure_ledger values ($1, $2, $3) on conflict do nothing", tenant, subject, at);
            await record.ExecuteNonQueryAsync(ct);
            await using var drop = Command(connection, "delete from subject_keys where tenant_id = $1 and subject_id = $2", tenant, subject);
            await drop.ExecuteNonQueryAsync(ct);
        }

        await transaction.CommitAsync(ct);
        foreach (var (tenant, subject) in subjects) _known.TryRemove((tenant, subject), out _);
    }
}
