using System.Security.Cryptography;

namespace Platform.EventStore.Protection;

/// <summary>One exact key of a person: <c>("ins", "…")</c>, <c>("ipp:470000019", "0000123")</c>. The caller normalises the value.</summary>
public sealed record BlindIndexEntry(string Kind, string Value)
{
    /// <summary>Never the value: it must not reach a log.</summary>
    public override string ToString() => $"{Kind}:***";
}

/// <summary>HMAC-SHA-256 of an exact key: equal values are found, no value can be read back without the key.</summary>
public sealed class BlindIndex(ProtectionKeys secrets)
{
    /// <summary>32 bytes; kinds never share a value.</summary>
    public byte[] Compute(string kind, string value) => HMACSHA256.HashData(secrets.BlindIndexKey, AesGcmBox.Associated(kind, value));

    /// <summary>The first 16 bytes as a UUID of version 8, for ids that must follow from a secret value.</summary>
    public Guid ComputeGuid(string kind, string value)
    {
        var bytes = Compute(kind, value).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
