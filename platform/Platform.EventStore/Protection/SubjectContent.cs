using System.Security.Cryptography;

namespace Platform.EventStore.Protection;

/// <summary>Bytes about a person that stand outside the log: sealed with the person's key, bound to tenant and id, unreadable once the key is dropped.</summary>
public sealed class SubjectContent(ISubjectKeys keys)
{
    /// <summary>Seals bytes under an id of the caller's.</summary>
    /// <exception cref="SubjectErasedException">The person was erased.</exception>
    public byte[] Seal(string tenantId, Guid subjectId, Guid contentId, ReadOnlySpan<byte> plain) =>
        AesGcmBox.Seal(keys.GetOrCreate(tenantId, subjectId), plain, Associated(tenantId, contentId));

    /// <summary>Opens them; null once the person is erased.</summary>
    /// <exception cref="CryptographicException">The bytes were sealed under another tenant or id, or changed.</exception>
    public async Task<byte[]?> OpenAsync(string tenantId, Guid subjectId, Guid contentId, byte[] box, CancellationToken ct = default) =>
        (await keys.FindManyAsync(tenantId, [subjectId], ct)).TryGetValue(subjectId, out var key) ? AesGcmBox.Open(key, box, Associated(tenantId, contentId)) : null;

    private static byte[] Associated(string tenantId, Guid contentId) => AesGcmBox.Associated("content", tenantId, contentId.ToString("N"));
}
