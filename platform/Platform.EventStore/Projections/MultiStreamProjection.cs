namespace Platform.EventStore;

/// <summary>View rows fed by several streams. Must be a pure function of row and event.</summary>
/// <typeparam name="TView">The row.</typeparam>
public abstract class MultiStreamProjection<TView> where TView : class
{
    /// <summary>Names the rows that an event changes, none if it does not concern the view.</summary>
    public abstract void Group(IEvent e, IEventGrouping grouping);

    /// <summary>The row after one more event; null to delete it.</summary>
    public abstract TView? Evolve(TView? view, Guid id, IEvent e);
}

/// <summary>Collects the rows that an event changes.</summary>
public interface IEventGrouping
{
    /// <summary>A row of the event's own tenant.</summary>
    void To(Guid key);

    /// <summary>A row of any tenant.</summary>
    void To(string tenantId, Guid key);
}
