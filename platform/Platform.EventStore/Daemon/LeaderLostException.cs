namespace Platform.EventStore;

/// <summary>Another node leads now; the write of this one was refused.</summary>
public sealed class LeaderLostException(string purpose, Exception? inner = null) : Exception($"This node no longer leads '{purpose}'.", inner)
{
    /// <summary>What was led.</summary>
    public string Purpose { get; } = purpose;
}
