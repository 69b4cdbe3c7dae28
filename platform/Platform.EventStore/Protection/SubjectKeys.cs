using System.Collections.Concurrent;
using System.Security.Cryptography;
using Npgsql;

namespace Platform.EventStore.Protection;

/// <summary>Wrapped keys in the keys database, unwrapped ones in memory for a minute.</summary>
/// <param name="database">Has the keys database.</param>
/// <param name="secrets">Has the key that wraps.</param>
/// <param name="clock">The time of the ledger.</param>
/// <param name="ledgerFile">A file outside every backup that gets a line per erasure (<c>tenant subject time</c>); null for the table only.</param>
public sealed partial class SubjectKeys(Database database, ProtectionKeys secrets, TimeProvider clock, string? ledgerFile = null) : ISubjectKeys
{
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(string, Guid), (byte[] Key, long Since)> _known = new();

    /// <inheritdoc />
    public byte[]? Find(string tenantId, Guid subjectId)
    {
        if (Known(tenantId, subjectId) is { } known) return known;
        using var connection = database.Keys.OpenConnection();
        return Find(connection, tenantId, subjectId);
    }

    /// <inheritdoc />
    public byte[] GetOrCreate(string tenantId, Guid subjectId)
    {
        if (Known(tenantId, subjectId) is { } known) return known;
        using var connection = database.Keys.OpenConnection();
        if (Find(connection, tenantId, subjectId) is { } found) return found;
        using var insert = Command(
            connection,
            "insert into subject_keys select $1, $2, $3, $4, $5 where not exists (select from erasure_ledger where tenant_id = $1 and subject_id = $2) on conflict do nothing",
            tenantId, subjectId, AesGcmBox.Seal(secrets.KeyEncryptionKey, RandomNumberGenerator.GetBytes(32), WrapData(tenantId, subjectId)),
            secrets.KeyEncryptionKeyId, clock.GetUtcNow());
        insert.ExecuteNonQuery();
        // Two nodes at once: the key of the first is the key.
        return Find(connection, tenantId, subjectId) ?? throw new SubjectErasedException(subjectId);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<Guid, byte[]>> FindManyAsync(string tenantId, IReadOnlyCollection<Guid> subjectIds, CancellationToken ct = default)
    {
        var found = new Dictionary<Guid, byte[]>();
        foreach (var id in subjectIds)
            if (Known(tenantId, id) is { } known) found[id] = known;
        var missing = subjectIds.Where(id => !found.ContainsKey(id)).Distinct().ToArray();
        if (missing.Length == 0) return found;
        await using var connection = await database.Keys.OpenConnectionAsync(ct);
        await using var command = Command(connection, "select subject_id, wrapped from subject_keys where tenant_id = $1 and subject_id = any($2)", tenantId, missing);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) found[reader.GetGuid(0)] = Unwrap(tenantId, reader.GetGuid(0), reader.GetFieldValue<byte[]>(1));
        return found;
    }

    /// <inheritdoc />
    public async Task EnsureAsync(string tenantId, IReadOnlyCollection<Guid> subjectIds, CancellationToken ct = default)
    {
        Guid[] wanted = [.. subjectIds.Distinct()];
        await using (var connection = await database.Keys.OpenConnectionAsync(ct))
        await using (var insert = Command(
            connection,
            "insert into subject_keys select $1, w.id, w.wrapped, $4, $5 from unnest($2, $3) as w (id, wrapped) " +
            "where not exists (select from erasure_ledger e where e.tenant_id = $1 and e.subject_id = w.id) on conflict do nothing",
            tenantId, wanted,
            wanted.Select(id => AesGcmBox.Seal(secrets.KeyEncryptionKey, RandomNumberGenerator.GetBytes(32), WrapData(tenantId, id))).ToArray(),
            secrets.KeyEncryptionKeyId, clock.GetUtcNow()))
            await insert.ExecuteNonQueryAsync(ct);
        foreach (var id in wanted) Forget(tenantId, id);
        var found = await FindManyAsync(tenantId, wanted, ct);
        if (Array.Find(wanted, id => !found.ContainsKey(id)) is var erased && erased != Guid.Empty) throw new SubjectErasedException(erased);
    }

    private byte[]? Find(NpgsqlConnection connection, string tenantId, Guid subjectId)
    {
        using var command = Command(connection, "select wrapped from subject_keys where tenant_id = $1 and subject_id = $2", tenantId, subjectId);
        return command.ExecuteScalar() is byte[] wrapped ? Unwrap(tenantId, subjectId, wrapped) : null;
    }

    private byte[] Unwrap(string tenantId, Guid subjectId, byte[] wrapped)
    {
        var key = AesGcmBox.Open(secrets.KeyEncryptionKey, wrapped, WrapData(tenantId, subjectId));
        _known[(tenantId, subjectId)] = (key, TimeProvider.System.GetTimestamp());
        return key;
    }

    private byte[]? Known(string tenantId, Guid subjectId) =>
        _known.TryGetValue((tenantId, subjectId), out var known) && TimeProvider.System.GetElapsedTime(known.Since) < Keep ? known.Key : null;

    private static byte[] WrapData(string tenantId, Guid subjectId) => AesGcmBox.Associated("subject-key", tenantId, subjectId.ToString("N"));

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = Parameters.Plain(value) });
        return command;
    }
}
