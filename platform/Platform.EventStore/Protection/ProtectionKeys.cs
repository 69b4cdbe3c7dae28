namespace Platform.EventStore.Protection;

/// <summary>The two secrets of an installation, 32 bytes each: the key that wraps subject keys, and the key of blind indexes.</summary>
public sealed class ProtectionKeys
{
    private const int Length = 32;

    /// <summary>Takes keys as they are.</summary>
    /// <exception cref="ArgumentException">A key has not 32 bytes.</exception>
    public ProtectionKeys(string keyEncryptionKeyId, byte[] keyEncryptionKey, byte[] blindIndexKey)
    {
        if (keyEncryptionKey.Length != Length) throw new ArgumentException($"The key encryption key must have {Length} bytes.", nameof(keyEncryptionKey));
        if (blindIndexKey.Length != Length) throw new ArgumentException($"The blind index key must have {Length} bytes.", nameof(blindIndexKey));
        (KeyEncryptionKeyId, KeyEncryptionKey, BlindIndexKey) = (keyEncryptionKeyId, keyEncryptionKey, blindIndexKey);
    }

    /// <summary>Written beside each wrapped key, so that a change of keys can be done step by step.</summary>
    public string KeyEncryptionKeyId { get; }

    internal byte[] KeyEncryptionKey { get; }

    internal byte[] BlindIndexKey { get; }

    /// <summary>Reads keys from files that hold 32 bytes in base64.</summary>
    /// <exception cref="ArgumentException">A file holds something else; the message has neither path nor content.</exception>
    public static ProtectionKeys FromFiles(string keyEncryptionKeyId, string keyEncryptionKeyFile, string blindIndexKeyFile) =>
        new(keyEncryptionKeyId, Read(keyEncryptionKeyFile, nameof(keyEncryptionKeyFile)), Read(blindIndexKeyFile, nameof(blindIndexKeyFile)));

    private static byte[] Read(string file, string name)
    {
        try
        {
            return Convert.FromBase64String(File.ReadAllText(file).Trim());
        }
        catch (FormatException)
        {
            throw new ArgumentException("The key file is not base64.", name);
        }
    }
}
