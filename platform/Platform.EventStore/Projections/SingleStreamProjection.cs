namespace Platform.EventStore;

/// <summary>One view row per stream, its id that of the stream. Must be a pure function of row and event.</summary>
/// <typeparam name="TView">The row.</typeparam>
public abstract class SingleStreamProjection<TView> where TView : class
{
    /// <summary>Stream types whose events it wants; empty for all.</summary>
    public virtual IReadOnlyCollection<string> StreamTypes => [];

    /// <summary>The row after one more event; the same row for one that does not concern it, null to delete it.</summary>
    public abstract TView? Evolve(TView? view, IEvent e);
}
