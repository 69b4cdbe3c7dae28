using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Platform.EventStore;

/// <summary>Numbers of advisory locks, from database and purpose, so that two databases or two purposes never share one.</summary>
internal static class AdvisoryLocks
{
    internal static long Id(string database, string purpose) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{database}\n{purpose}")));
}
