using Coordination.Domain.Kernel;

namespace Coordination.Domain.Directory;

/// <summary>
/// Who somebody is to an identity provider: its name in our configuration, and the identifier that it vouches for (PSC: SubjectNameID;
/// a structure's own provider: the account's name). One key is one human being, or one machine.
/// </summary>
public readonly record struct IdentityKey
{
    private IdentityKey(string value) => Value = value;

    /// <summary><c>provider:identifier</c>.</summary>
    public string Value { get; }

    /// <summary>The key of an identifier at a provider; null when either is empty or too long.</summary>
    public static IdentityKey? Of(string provider, string? identifier) =>
        provider is { Length: > 0 and <= 30 } && !provider.Contains(':', StringComparison.Ordinal) && identifier is { Length: > 0 and <= 200 }
            && PlainText.HasNoNull(identifier)
            ? new IdentityKey($"{provider}:{identifier}")
            : null;

    /// <summary>Reads <c>provider:identifier</c>.</summary>
    public static bool TryParse(string? text, out IdentityKey key)
    {
        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        var found = colon > 0 ? Of(text![..colon], text[(colon + 1)..]) : null;
        key = found ?? default;
        return found is not null;
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
