using System.Runtime.CompilerServices;
using System.Text.Json;
using Npgsql;

namespace Platform.EventStore.Protection;

/// <summary>Identity traits, sealed per person, and the exact keys that find a person.</summary>
public sealed class SubjectVault(DocumentStore store, ISubjectKeys keys, BlindIndex index)
{
    private const int Page = 1000;

    /// <summary>Writes a person's traits and keys, all of them, in the transaction of the session.</summary>
    /// <exception cref="SubjectErasedException">The person was erased.</exception>
    public void Put<T>(IDocumentSession session, Guid subjectId, T traits, IEnumerable<BlindIndexEntry> entries) where T : class
    {
        session.QueueSqlCommand(
            "insert into subject_vault (tenant_id, subject_id, sealed) values ($1, $2, $3) " +
            "on conflict (tenant_id, subject_id) do update set sealed = excluded.sealed, version = subject_vault.version + 1",
            session.TenantId, subjectId, Seal(session.TenantId, subjectId, traits));
        session.QueueSqlCommand("delete from subject_blind_index where tenant_id = $1 and subject_id = $2", session.TenantId, subjectId);
        foreach (var e in entries.Distinct())
            session.QueueSqlCommand(
                "insert into subject_blind_index (tenant_id, kind, hmac, subject_id) values ($1, $2, $3, $4)",
                session.TenantId, e.Kind, index.Compute(e.Kind, e.Value), subjectId);
    }

    /// <summary>Writes a person's traits anew with her keys of one kind, in the transaction of the session; her other keys stay.</summary>
    /// <exception cref="SubjectErasedException">The person was erased.</exception>
    public void Put<T>(IDocumentSession session, Guid subjectId, T traits, string kind, IEnumerable<string> values) where T : class
    {
        session.QueueSqlCommand(
            "update subject_vault set sealed = $3, version = version + 1 where tenant_id = $1 and subject_id = $2",
            session.TenantId, subjectId, Seal(session.TenantId, subjectId, traits));
        session.QueueSqlCommand("delete from subject_blind_index where tenant_id = $1 and subject_id = $2 and kind = $3", session.TenantId, subjectId, kind);
        foreach (var value in values.Distinct())
            session.QueueSqlCommand(
                "insert into subject_blind_index (tenant_id, kind, hmac, subject_id) values ($1, $2, $3, $4)",
                session.TenantId, kind, index.Compute(kind, value), subjectId);
    }

    /// <summary>Writes the traits and keys of new persons, in the transaction of the batch; their subject keys are made beforehand (<see cref="ISubjectKeys.EnsureAsync"/>).</summary>
    /// <exception cref="SubjectErasedException">One of them was erased.</exception>
    public void Put<T>(PastBatch batch, IReadOnlyCollection<(Guid SubjectId, T Traits, IReadOnlyCollection<BlindIndexEntry> Entries)> persons) where T : class
    {
        if (persons.Count == 0) return;
        batch.Also(
            "insert into subject_vault (tenant_id, subject_id, sealed) select $1, u.id, u.sealed from unnest($2, $3) as u (id, sealed)",
            batch.TenantId, persons.Select(p => p.SubjectId).ToArray(), persons.Select(p => Seal(batch.TenantId, p.SubjectId, p.Traits)).ToArray());
        var entries = persons.SelectMany(p => p.Entries.Distinct().Select(e => (p.SubjectId, e.Kind, Hmac: index.Compute(e.Kind, e.Value)))).ToList();
        batch.Also(
            "insert into subject_blind_index (tenant_id, kind, hmac, subject_id) select $1, u.kind, u.hmac, u.id from unnest($2, $3, $4) as u (kind, hmac, id)",
            batch.TenantId, entries.Select(e => e.Kind).ToArray(), entries.Select(e => e.Hmac).ToArray(), entries.Select(e => e.SubjectId).ToArray());
    }

    /// <summary>Traits of the persons that are there and not erased.</summary>
    public async Task<IReadOnlyDictionary<Guid, T>> GetAsync<T>(string tenantId, IReadOnlyCollection<Guid> subjectIds, CancellationToken ct = default) where T : class =>
        await OpenAsync<T>(tenantId, await RowsAsync(tenantId, "subject_id = any($2)", subjectIds.ToArray(), ct), ct);

    /// <summary>All persons of a tenant, in the order of their ids, without those erased.</summary>
    public async IAsyncEnumerable<(Guid SubjectId, T Traits)> ReadAllAsync<T>(string tenantId, [EnumeratorCancellation] CancellationToken ct = default) where T : class
    {
        var after = Guid.Empty;
        while (true)
        {
            var rows = await RowsAsync(tenantId, $"subject_id > $2 order by subject_id limit {Page}", after, ct);
            foreach (var (id, traits) in (await OpenAsync<T>(tenantId, rows, ct)).OrderBy(p => p.Key)) yield return (id, traits);
            if (rows.Count < Page) yield break;
            after = rows[^1].Id;
        }
    }

    /// <summary>Who has an exact key, in any tenant; as worker. The caller decides on access.</summary>
    public async Task<IReadOnlyList<(string Tenant, Guid SubjectId)>> FindAsync(string kind, string value, CancellationToken ct = default)
    {
        await using var connection = await store.Database.Worker.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand("select tenant_id, subject_id from subject_blind_index where kind = $1 and hmac = $2 order by 1, 2", connection)
        {
            Parameters = { new() { Value = kind }, new() { Value = index.Compute(kind, value) } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await QuerySession.ListAsync(reader, row => (row.GetString(0), row.GetGuid(1)), ct);
    }

    /// <summary>Erases a person: drops the key, which makes every sealed value unreadable, then the traits and the exact keys.</summary>
    public async Task EraseAsync(string tenantId, Guid subjectId, CancellationToken ct = default)
    {
        await keys.ShredAsync(tenantId, subjectId, ct);
        await using var session = store.LightweightSession(new SessionOptions(tenantId));
        session.QueueSqlCommand("delete from subject_vault where tenant_id = $1 and subject_id = $2", tenantId, subjectId);
        session.QueueSqlCommand("delete from subject_blind_index where tenant_id = $1 and subject_id = $2", tenantId, subjectId);
        await session.SaveChangesAsync(ct);
    }

    private async Task<IReadOnlyList<(Guid Id, byte[] Sealed)>> RowsAsync(string tenantId, string where, object value, CancellationToken ct)
    {
        await using var session = store.QuerySession(tenantId);
        return await session.RawAsync(
            $"select subject_id, sealed from subject_vault where tenant_id = $1 and {where}", [tenantId, value],
            row => (row.GetGuid(0), row.GetFieldValue<byte[]>(1)), ct);
    }

    private async Task<IReadOnlyDictionary<Guid, T>> OpenAsync<T>(string tenantId, IReadOnlyList<(Guid Id, byte[] Sealed)> rows, CancellationToken ct)
    {
        var known = await keys.FindManyAsync(tenantId, [.. rows.Select(r => r.Id)], ct);
        return rows.Where(r => known.ContainsKey(r.Id)).ToDictionary(
            r => r.Id,
            r => JsonSerializer.Deserialize<T>(AesGcmBox.Open(known[r.Id], r.Sealed, VaultData(tenantId, r.Id)), store.Options.Json)!);
    }

    private byte[] Seal<T>(string tenantId, Guid subjectId, T traits) =>
        AesGcmBox.Seal(keys.GetOrCreate(tenantId, subjectId), JsonSerializer.SerializeToUtf8Bytes(traits, store.Options.Json), VaultData(tenantId, subjectId));

    private static byte[] VaultData(string tenantId, Guid subjectId) => AesGcmBox.Associated("vault", tenantId, subjectId.ToString("N"));
}
