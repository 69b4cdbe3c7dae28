namespace Platform.EventStore.Protection;

/// <summary>Keys per person. Dropping a key makes everything sealed with it unreadable, in every copy and backup of the log.</summary>
public interface ISubjectKeys
{
    /// <summary>The person's key, made if there is none. Blocks on the keys database when it is not in memory: JSON is written synchronously.</summary>
    /// <exception cref="SubjectErasedException">The key was dropped: nothing more may be written about the person.</exception>
    byte[] GetOrCreate(string tenantId, Guid subjectId);

    /// <summary>The person's key; null if it was dropped or never made. Blocks on the keys database when it is not in memory.</summary>
    byte[]? Find(string tenantId, Guid subjectId);

    /// <summary>The keys there are, in one query for those not in memory.</summary>
    Task<IReadOnlyDictionary<Guid, byte[]>> FindManyAsync(string tenantId, IReadOnlyCollection<Guid> subjectIds, CancellationToken ct = default);

    /// <summary>Makes the keys that there are not, in one round trip, and keeps all of them in memory for a minute: before many persons are written.</summary>
    /// <exception cref="SubjectErasedException">The key of one of them was dropped.</exception>
    Task EnsureAsync(string tenantId, IReadOnlyCollection<Guid> subjectIds, CancellationToken ct = default);

    /// <summary>Drops the key for good and writes the ledger of erasures. Other nodes may read the person for up to a minute more.</summary>
    Task ShredAsync(string tenantId, Guid subjectId, CancellationToken ct = default);

    /// <summary>Takes the key out of this process's memory, because another node dropped it.</summary>
    void Forget(string tenantId, Guid subjectId);

    /// <summary>Drops again, after the keys were restored from a backup, every key that the ledger names; returns how many.</summary>
    Task<int> ReapplyErasuresAsync(CancellationToken ct = default);
}

/// <summary>The person's key was dropped.</summary>
public sealed class SubjectErasedException(Guid subjectId) : Exception($"Subject {subjectId} was erased.")
{
    /// <summary>The person.</summary>
    public Guid SubjectId { get; } = subjectId;
}
