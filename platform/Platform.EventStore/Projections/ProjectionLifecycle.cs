namespace Platform.EventStore;

/// <summary>When a projection runs.</summary>
public enum ProjectionLifecycle
{
    /// <summary>In the transaction of the events.</summary>
    Inline,

    /// <summary>By the daemon, after the events have their positions.</summary>
    Async,
}
