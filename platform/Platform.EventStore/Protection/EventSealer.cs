using System.Security.Cryptography;
using System.Text;

namespace Platform.EventStore.Protection;

/// <summary>
/// Seals fields of events: a token carries its origin in clear and the value encrypted with the person's key (AES-256-GCM, the origin
/// is the associated data), so a view can copy it and a resolver open it later.
/// </summary>
public sealed class EventSealer(ISubjectKeys keys)
{
    private const string Prefix = "s1.";

    /// <summary>The token of a value.</summary>
    /// <param name="plainJson">The value as JSON.</param>
    /// <param name="tenantId">The tenant of the event.</param>
    /// <param name="subjectId">Whose key seals it.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="alias">The event's stored alias.</param>
    /// <param name="field">The field's stored name.</param>
    /// <exception cref="SubjectErasedException">The person was erased.</exception>
    public string SealedToken(ReadOnlySpan<byte> plainJson, string tenantId, Guid subjectId, Guid eventId, string alias, string field)
    {
        var origin = Write(new SealedOrigin(tenantId, subjectId, eventId, alias, field));
        var box = AesGcmBox.Seal(keys.GetOrCreate(tenantId, subjectId), plainJson, origin);
        return $"{Prefix}{Convert.ToBase64String(origin)}.{Convert.ToBase64String(box)}";
    }

    /// <summary>The value as JSON; null when the person's key was dropped.</summary>
    /// <param name="token">A token.</param>
    /// <param name="expected">Where it must have been written; null if any origin will do.</param>
    /// <exception cref="CryptographicException">Not a token, changed, or of another origin than expected.</exception>
    public byte[]? Open(string token, SealedOrigin? expected = null)
    {
        var (origin, box) = Split(token);
        var read = Read(origin);
        if (expected is not null && read != expected) throw new CryptographicException("A sealed value stands where it was not written.");
        return keys.Find(read.TenantId, read.SubjectId) is { } key ? AesGcmBox.Open(key, box, origin) : null;
    }

    /// <summary>Where a token says that it was written; not yet authenticated.</summary>
    /// <exception cref="CryptographicException">Not a token.</exception>
    public static SealedOrigin OriginOf(string token) => Read(Split(token).Origin);

    private static (byte[] Origin, byte[] Box) Split(string token)
    {
        var parts = token.StartsWith(Prefix, StringComparison.Ordinal) ? token[Prefix.Length..].Split('.') : [];
        try
        {
            if (parts.Length == 2) return (Convert.FromBase64String(parts[0]), Convert.FromBase64String(parts[1]));
        }
        catch (FormatException)
        {
            // Said below.
        }

        throw new CryptographicException("Not a sealed value.");
    }

    private static byte[] Write(SealedOrigin o) => AesGcmBox.Associated(o.TenantId, o.SubjectId.ToString("N"), o.EventId.ToString("N"), o.Alias, o.Field);

    private static SealedOrigin Read(byte[] origin)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(origin), Encoding.UTF8);
            return new SealedOrigin(reader.ReadString(), Guid.Parse(reader.ReadString()), Guid.Parse(reader.ReadString()), reader.ReadString(), reader.ReadString());
        }
        catch (Exception error) when (error is IOException or FormatException or ArgumentException)
        {
            throw new CryptographicException("Not a sealed value.", error);
        }
    }
}
