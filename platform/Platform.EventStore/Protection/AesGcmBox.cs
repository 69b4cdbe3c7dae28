using System.Security.Cryptography;
using System.Text;

namespace Platform.EventStore.Protection;

/// <summary>AES-256-GCM with a random nonce: nonce (12), tag (16), cipher text.</summary>
internal static class AesGcmBox
{
    private const int Nonce = 12;
    private const int Tag = 16;

    internal static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain, byte[] associated)
    {
        var box = new byte[Nonce + Tag + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, Nonce));
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(box.AsSpan(0, Nonce), plain, box.AsSpan(Nonce + Tag), box.AsSpan(Nonce, Tag), associated);
        return box;
    }

    /// <exception cref="CryptographicException">Another key, other associated data, or a changed box.</exception>
    internal static byte[] Open(byte[] key, ReadOnlySpan<byte> box, byte[] associated)
    {
        if (box.Length < Nonce + Tag) throw new CryptographicException("A sealed value is too short.");
        var plain = new byte[box.Length - Nonce - Tag];
        using var aes = new AesGcm(key, Tag);
        aes.Decrypt(box[..Nonce], box[(Nonce + Tag)..], box.Slice(Nonce, Tag), plain, associated);
        return plain;
    }

    /// <summary>Associated data of several parts, each with its length before it, so that no two lists of parts give the same bytes.</summary>
    internal static byte[] Associated(params string[] parts)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        foreach (var part in parts) writer.Write(part);
        writer.Flush();
        return bytes.ToArray();
    }
}
