using System.Security.Cryptography;
using System.Text;

namespace Coordination.Domain.Kernel;

/// <summary>UUID version 5 (RFC 9562 §5.5): the same name in the same namespace always gives the same id.</summary>
public static class DeterministicGuid
{
    /// <summary>Makes the UUIDv5 of <paramref name="name"/> (UTF-8) in <paramref name="space"/>.</summary>
    public static Guid V5(Guid space, string name)
    {
        Span<byte> input = stackalloc byte[16 + Encoding.UTF8.GetByteCount(name)];
        space.TryWriteBytes(input, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, input[16..]);
        Span<byte> hash = stackalloc byte[20];
#pragma warning disable CA5350 // UUIDv5 is defined with SHA-1; it is a name, not a secret.
        SHA1.HashData(input, hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
