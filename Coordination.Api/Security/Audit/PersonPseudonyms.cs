using System.Security.Cryptography;
using System.Text;
using Coordination.Domain.Identifiers;

namespace Coordination.Api.Security.Audit;

/// <summary>
/// Pseudonyms under which an auditor sees persons: the same for a person in one territory, of another in every other; read back with the
/// installation's key alone.
/// </summary>
public sealed class PersonPseudonyms(byte[] key)
{
    private const string Prefix = "P-";

    /// <summary>The pseudonym of a person.</summary>
    public string Of(TerritoryId territory, Guid person)
    {
        using var aes = CipherOf(territory);
        // A permutation of one block, with a key of its own per territory: deterministic on purpose, so that a person can be followed.
        return Prefix + Convert.ToHexStringLower(aes.EncryptEcb(person.ToByteArray(bigEndian: true), PaddingMode.None));
    }

    /// <summary>The person of a pseudonym; null when the text is none. A pseudonym of another territory leads to nobody.</summary>
    public Guid? Read(TerritoryId territory, string text)
    {
        if (text.Length != Prefix.Length + 32 || !text.StartsWith(Prefix, StringComparison.Ordinal) || !text.AsSpan(Prefix.Length).ToString().All(char.IsAsciiHexDigit)) return null;
        using var aes = CipherOf(territory);
        return new Guid(aes.DecryptEcb(Convert.FromHexString(text.AsSpan(Prefix.Length)), PaddingMode.None), bigEndian: true);
    }

    private Aes CipherOf(TerritoryId territory)
    {
        var aes = Aes.Create();
        aes.Key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(territory.Value));
        return aes;
    }
}
