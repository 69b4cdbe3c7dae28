namespace Platform.EventStore;

/// <summary>A stored event cannot be read: its alias is unknown, or its body does not fit. The message names no content.</summary>
public sealed class UnreadableEventException(string alias, int aliasVersion, Exception? cause)
    : Exception($"Event '{alias}' version {aliasVersion} cannot be read ({cause?.GetType().Name ?? "unknown alias"}).")
{
    /// <summary>The stored alias.</summary>
    public string Alias { get; } = alias;

    /// <summary>The stored version.</summary>
    public int AliasVersion { get; } = aliasVersion;
}
